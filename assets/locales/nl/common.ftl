# Words that several screens share.
tab-today = Vandaag
tab-cases = Dossiers
tab-network = Netwerk
tab-team = Team
tabs = Hoofdmenu
capture-open = Contactmoment vastleggen

back = Terug
close = Sluit
shown-of = { $shown } van { $total } · toon meer
shown-of-more-than = { $shown } van meer dan { $total } · toon meer
save = Bewaar
cancel = Annuleer

channel-street = Straat
channel-home = Huis
channel-phone = Bel
channel-message = App
channel-meeting = Overleg

trust = Vertrouwen
trust-outside = buiten
trust-door = deur
trust-inside = binnen
trust-trust = vertrouwen

status-open = Open
status-waiting = Wacht
status-handed-over = Overgedragen
status-closed = Gesloten

only-here = alleen op deze telefoon
with-team = bij het team

call-name = Bel { $name }
# Which of somebody's numbers: “Gina: zus”.
call-of = { $name }: { $which }
written-by = Geschreven door { $name }
goes-ahead = { $name } loopt voorop
signal = Signaal

day-today = vandaag
day-yesterday = gisteren
day-tomorrow = morgen
days-ago = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
}
weeks-ago = { $n ->
    [one] 1 week
   *[other] { $n } weken
}
years-ago = { $n } jaar
for-minutes = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
}
for-hours = { $n } uur
search-clear = Maak het zoekveld leeg
key-back = Wis het laatste cijfer
bsn-warning = Dit lijkt een burgerservicenummer. Laat het liever weg: de app heeft het niet nodig. Toch bewaren kan.
phone-unsure = geen nummer om te bellen
message = Bericht
message-name = Bericht aan { $name }
twice-here = Deze tekst staat hier twee keer.
twice-mend = Maak er één van
from-list = uit een ingelezen lijst
danger = Let op: gevaar
