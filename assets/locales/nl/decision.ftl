# Afwegingen, opschalen en overdracht.
case-tab-decisions = Afwegingen
decision-title = Afweging
decision-add-title = Aanvulling
decision-new = Nieuwe afweging
decision-kind = Wat doe je?
decision-act = Doen
decision-refrain = Bewust niet doen
decision-share = Delen
decision-not-report = Niet melden
decision-escalate = Opschalen
decision-looked = Opnieuw bekeken
decision-goal = Doel: wat willen we?
decision-ethical = Ethisch: is dit goed?
decision-law = Wet: hoe mag dit?
decision-why = Waarom zo?
decision-with = Met wie deel je?
decision-ground = Op welke grond?
decision-backs = Wie staat erachter?
decision-look = Kijk opnieuw
decision-look-weeks = { $n } weken
decision-save = Leg vast
decision-after = Daarna kun je aanvullen, niet wijzigen.
decision-add = Vul aan
decision-added = Aanvulling: { $kind }
decision-looked-done = Bekeken. Kijk niet meer opnieuw.
decision-short-goal = Doel:
decision-short-with = Met:
decision-short-ground = Grond:
decision-short-ethical = Ethisch:
decision-short-law = Wet:
decision-short-why = Waarom:
decision-short-backs = Erachter:
decision-short-look = Kijk opnieuw:
decisions-none = Nog geen afweging. Tik op wat je doet.
decisions-right = { $n ->
    [one] Klopt: 1 afweging, niets veranderd.
   *[other] Klopt: { $n } afwegingen, niets veranderd.
}
decisions-limit = Is de laatste afweging weggehaald? Dat ziet alleen een telefoon die hem al had.
decisions-wrong = { $n ->
    [one] Klopt niet: 1 afweging. Bij die afweging staat wat er mis is.
   *[other] Klopt niet: { $n } afwegingen. Bij die afwegingen staat wat er mis is.
}
decisions-gone = { $n ->
    [one] Klopt niet: 1 afweging die deze telefoon had, is weg.
   *[other] Klopt niet: { $n } afwegingen die deze telefoon had, zijn weg.
}
fault-changed = Klopt niet: wat hier staat, is na het vastleggen veranderd.
fault-parent = Klopt niet: een eerdere afweging waar deze op voortbouwt, is weg of vervangen.
fault-signature = Klopt niet: de handtekening hoort niet bij deze afweging.
fault-key = Klopt niet: deze sleutel is niet bekend als die van deze collega.
fault-seen = Klopt niet: deze telefoon had hier eerst iets anders staan.
fault-newer = Niet nagekeken: dit is met een nieuwere app vastgelegd. Werk de app bij.
fault-not-listed = Klopt niet: deze afweging ontbreekt in de lijst op deze telefoon.
today-look-again = Kijk opnieuw

proof-file = Afwegingen
proof-title = Afwegingen: { $name }
proof-checked = { $n ->
    [one] 1 afweging, nagekeken op { $at }
   *[other] { $n } afwegingen, nagekeken op { $at }
}
proof-wrong = Klopt niet: bij een afweging hieronder staat wat er mis is, of er is er een weg.
proof-limit = Wat dit niet laat zien: of de allerlaatste afweging is weggehaald. Dat ziet alleen een telefoon die hem al had. Van wie een sleutel is, zegt het team zelf. De tijd is die van de telefoon van de schrijver.
proof-encounter = Contactmoment
proof-promise = Afspraak
proof-expense = Uitgave
proof-gone-since = { $what } van { $at }, { $wrote }: stond hier toen, sindsdien ingetrokken ({ $by }, { $when }).
proof-moved-since = { $what } van { $at }, { $wrote }: stond hier toen, sindsdien verplaatst naar iemand anders ({ $by }, { $when }).
proof-first = geen: dit is een eerste afweging
proof-hash = Hash (SHA-256)
proof-parents = Bouwt voort op
proof-key = Publieke sleutel, van
proof-signature = Handtekening (Ed25519)
proof-bytes = De bytes (hexadecimaal)
proof-how = Zo reken je het na
proof-how-what = Van elke afweging is een rij bytes gemaakt. Daarover is een hash berekend (SHA-256) en een handtekening gezet (Ed25519, RFC 8032) met de sleutel van de schrijver. Elke afweging noemt de hashes van de afwegingen waar nog niets op volgde. Twee telefoons die zonder verbinding beslissen, geven zo twee takken; de volgende afweging voegt ze samen.
proof-how-bytes = De bytes: eerst de letters "voorveld decision v1" en een byte 0. Dan van elk veld hieronder, in deze volgorde: de lengte in bytes als vier bytes (de grootste eerst) en de tekst in UTF-8. Een leeg veld heeft lengte 0. Nummers van dossier, afweging en schrijver zijn 32 hexadecimale cijfers; "at" is het aantal milliseconden sinds 1 januari 1970 UTC; "look_again" is jjjj-mm-dd; "parents" zijn hashes met komma's ertussen, gesorteerd.
proof-how-hash = 1. De SHA-256 van de bytes moet de gedrukte hash zijn. Verandert één letter, dan wordt de hash anders.
proof-how-parents = 2. Elke hash onder "Bouwt voort op" moet de hash van een andere afweging in dit stuk zijn. Ontbreekt er een, dan is er een afweging weggehaald of vervangen.
proof-how-signature = 3. De handtekening moet kloppen met de publieke sleutel en de bytes. Vraag de schrijver op de eigen telefoon dezelfde sleutel te laten zien.
proof-how-shell = Eén afweging nakijken op een opdrachtregel. Vul BYTES, KEY en SIGNATURE in:
proof-how-python = Alles ineens nakijken met het gegevensbestand (JSON) dat erbij hoort, in Python met het pakket "cryptography":

call-list-title = Opschalen: wie bellen we
call-list-second = Van boven naar beneden
call-list-none = Nog niemand op de lijst.
call-line-new = Zet iemand op de lijst
call-line-role = Functie
call-line-name = Naam
call-line-up = Eerder bellen
call-line-down = Later bellen
call-line-remove = Haal van de lijst
escalate-row = Opschalen: bel iemand
escalate-title = Opschalen
escalate-how = Bellen komt vanzelf in de tijdlijn te staan.
escalate-called = Gebeld: { $who } (opschaling)
escalate-logged = In de tijdlijn gezet: { $text }
escalate-edit = Wijzig de lijst

handover-title = Overdracht
handover-receiver = Aan wie draag je over?
handover-from-network = Kies uit het netwerk
handover-lines = Wat gaat er mee?
handover-matters = Wat telt
handover-do-dont = Wel en niet
handover-safety = Veiligheid
handover-commitments = Open afspraken
handover-last = Laatste contacten
handover-around = Wie in de buurt is
handover-background = Achtergrond
handover-reach = Adres en telefoon
handover-confirm = Draag over
handover-after = Dit wordt vastgelegd als afweging: wat, aan wie en op welke grond.
handover-paper-to = Aan
handover-paper-from = Van
handover-paper-title = Overdracht: { $name }
handover-earlier = Eerder gedeeld
involved = Blijf betrokken
involved-how = Dan blijft dit dossier onder Netwerk staan.
involved-end = Niet meer betrokken
involved-with = bij { $name }
decision-saw = Wat zag je? (mag leeg)
