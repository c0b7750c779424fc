import-title = Lijst inlezen
import-why = Neem een lijst met dossiers of een adresboek over. Je ziet eerst wat de app ervan begrijpt; er wordt nog niets bewaard.
import-kinds = Een lijst uit Excel of LibreOffice, een CSV-bestand, een adresboek (vCard) of een export van deze app.
import-kinds-browser = Een CSV-bestand, een adresboek (vCard) of een export van deze app. Heb je een lijst in Excel? Bewaar die daar als CSV UTF-8.
import-choose = Kies een bestand
import-other = Kies een ander bestand
import-paste-open = Of plak de lijst als tekst
import-paste-here = Plak hier de hele lijst, met de kopregel
import-pasted = Geplakte tekst
import-read = Lees de tekst
import-reading = Bezig met lezen…
import-keeping = Bezig met bewaren…
import-unread = Dit bestand kon niet worden gelezen. Er is niets veranderd.
import-fresh-cases = { $n ->
    [one] 1 nieuw dossier
   *[other] { $n } nieuwe dossiers
}
import-fresh-contacts = { $n ->
    [one] 1 nieuw buurtcontact
   *[other] { $n } nieuwe buurtcontacten
}
import-no-fresh = Niets nieuws in deze lijst
import-none-fresh-chosen = Niemand nieuw: alles komt bij wie er al staat
import-known = { $n ->
    [one] 1 stond er al en blijft zoals hij is.
   *[other] { $n } stonden er al en blijven zoals ze zijn.
}
import-were-known = { $n ->
    [one] 1 stond er al
   *[other] { $n } stonden er al
}
import-will-leave-out = { $n ->
    [one] 1 regel wordt overgeslagen, zie hieronder.
   *[other] { $n } regels worden overgeslagen, zie hieronder.
}
import-not-yet = Er is nog niets bewaard.
import-remarks = Opmerkingen
import-line = Regel { $n }
import-rows = Begrepen regels
import-row-known = staat er al
import-more = Toon meer (nog { $n })
import-keep-cases = { $n ->
    [one] Bewaar 1 dossier
   *[other] Bewaar { $n } dossiers
}
import-keep-contacts = { $n ->
    [one] Bewaar 1 buurtcontact
   *[other] Bewaar { $n } buurtcontacten
}
import-added-cases = { $n ->
    [one] 1 dossier bewaard
   *[other] { $n } dossiers bewaard
}
import-added-contacts = { $n ->
    [one] 1 buurtcontact bewaard
   *[other] { $n } buurtcontacten bewaard
}
import-nothing-added = Er is niets toegevoegd
import-to-cases = Naar de dossiers
import-to-network = Naar het netwerk
import-left-out = { $n ->
    [one] 1 regel is overgeslagen
   *[other] { $n } regels zijn overgeslagen
}
import-past = Eerder ingelezen
import-past-cases = { $n ->
    [one] 1 dossier
   *[other] { $n } dossiers
}
import-past-contacts = { $n ->
    [one] 1 buurtcontact
   *[other] { $n } buurtcontacten
}
import-back = Neem terug
import-back-name = Neem terug: { $name }
import-back-ask = Weghalen bij het hele team? Wat iemand al gebruikte, blijft staan.
import-back-no = Laat staan
import-gone = { $n ->
    [0] Er is niets teruggenomen
    [one] 1 is teruggenomen
   *[other] { $n } zijn teruggenomen
}
import-gone-again = Klopt dat niet? Lees de lijst dan opnieuw in.
import-stayed = Blijft staan, want iemand deed er al iets mee
import-stayed-more = { $names } en nog { $n }
import-fresh-team = { $n ->
    [one] 1 dossier of buurtcontact uit een export van deze app
   *[other] { $n } dossiers en buurtcontacten uit een export van deze app
}
import-keep-team = { $n ->
    [one] Zet 1 terug
   *[other] Zet { $n } terug
}
import-added-team = { $n ->
    [one] 1 teruggezet
   *[other] { $n } teruggezet
}
import-past-team = { $n ->
    [one] 1 dossier of buurtcontact
   *[other] { $n } dossiers en buurtcontacten
}

import-columns = Wat staat in deze kolom?
import-column = “{ $title }”, bijvoorbeeld “{ $sample }”
import-column-what = Wat staat in de kolom { $title }?
import-holds-name = de naam van de cliënt
import-holds-number = het nummer van het dossier
import-holds-address = het adres van de cliënt
import-holds-phone = de telefoon van de cliënt
import-holds-else = iets anders
import-danger = Klinkt gevaarlijk
import-danger-how = Vink aan wat bij de deur bij Veiligheid moet staan. In de achtergrond blijft alles staan. Wat je niet aanvinkt, vraagt dit toestel niet opnieuw.
import-alike = Lijkt op iemand die er al is
import-alike-how = Kies je ‘is dezelfde’? Dan komt wat nieuw is bij wie er al staat.
import-both = Houd allebei
import-same = Is dezelfde
import-like-number = Zelfde nummer als { $name }, andere naam
import-like-spelling = Lijkt op { $name }: het nummer is anders geschreven
import-like-person = Lijkt op { $name }, maar niet alles klopt
import-like-surname = Zelfde adres of telefoon als { $name }, andere achternaam
import-like-name = Heet net als { $name }
import-like-phone = Zelfde telefoon als { $name }
import-unseen = Nieuw over wie er al is
import-unseen-how = Vink aan wat erbij moet. Wat er al staat, blijft staan.
import-keep-chosen = Bewaar wat je koos
import-keep-no-danger = Klaar, niets aangevinkt
remark-no-name = Er staat geen naam. Deze regel wordt overgeslagen.
remark-twice = Dezelfde als regel { $line }. Wordt één keer bewaard.
remark-unreadable = Deze regel is niet te lezen en wordt overgeslagen.
remark-cut-off = Het bestand houdt hier halverwege op. Deze regel wordt overgeslagen.
remark-no-end = Na dit kaartje staat geen einde. Het is bewaard zoals het er staat.
remark-group = { $n ->
    [0] Dit is een groep en geen persoon. Wordt overgeslagen.
    [one] Dit is een groep van 1 contact en geen persoon. Wordt overgeslagen.
   *[other] Dit is een groep van { $n } contacten en geen persoon. Wordt overgeslagen.
}
remark-own-lines = Regels die alleen voor het adresboek zelf zijn, gaan niet mee: { $names }.
remark-bad-date = “{ $text }” is geen dag. Staat zo in de achtergrond.
remark-future-date = “{ $text }” ligt in de toekomst. Staat zo in de achtergrond.
remark-odd-phone = “{ $text }” is geen nummer om te bellen. Blijft zo staan.
remark-odd-postcode = “{ $text }” is geen Nederlandse postcode. Blijft zo staan.
remark-odd-status = De status “{ $text }” kent de app niet. Het dossier wordt open; de tekst staat in de achtergrond.
remark-attachment = Een bijlage van { $n } kB gaat niet mee.
remark-too-long = Er staat te veel tekst in een vak. Deze regel wordt overgeslagen.
remark-service-numbers = In de lijst staat een kolom met burgerservicenummers. Die gaat niet mee: daar is geen reden voor.
remark-service-number-out = In deze regel stond een burgerservicenummer. Het nummer is weggelaten.
remark-service-number-in-text = In deze regel staat misschien een burgerservicenummer. Haal het weg als het er een is.
remark-row-numbers = De kolom “{ $title }” telt alleen de regels. Die gaat niet mee.
remark-joined = Gaat over dezelfde persoon als regel { $line }. Wat hier meer staat, staat daar bij.
remark-number-of-two = Heeft het nummer van regel { $line }, maar een andere naam. Beide worden bewaard.
remark-looks-like = Lijkt op regel { $line }. Beide worden bewaard.
remark-no-row = “{ $text }” is geen persoon. Deze regel wordt overgeslagen.
remark-header-again = Hier staan de titels nog een keer. Deze regel wordt overgeslagen.
remark-unsure-date = “{ $text }” kan twee dagen zijn. Staat zo in de achtergrond.
remark-other-encoding = Deze regel is anders opgeslagen dan de rest. Kijk of de letters kloppen.
remark-cell-comment = Bij een vak op deze regel staat een opmerking: “{ $text }”. Die gaat niet mee.
remark-stray = “{ $text }” staat buiten de tabel en wordt overgeslagen.
remark-guessed-encoding = { $n ->
    [one] De letters van deze regel zijn gelezen als { $encoding }. Kijk of ze kloppen.
   *[other] De letters van { $n } regels zijn gelezen als { $encoding }. Kijk of ze kloppen.
}
remark-comments-unread = Bij vakken in dit bestand staan opmerkingen. Die kan de app hier niet lezen. Bewaar het bestand als .xlsx en lees dat in.
remark-no-value = In vak { $cell } staat een formule zonder uitkomst: { $formula }. Open het bestand in Excel, bewaar het en lees het opnieuw in.
remark-shortened-number = Van het nummer “{ $text }” heeft Excel de laatste cijfers weggelaten. Blijft zo staan; zoek het hele nummer op.
remark-more-cells = Op deze regel staan meer vakken dan er titels zijn. Kijk of alles onder de goede titel staat.
remark-hidden-sheet = Dit blad is in Excel verborgen. Het wordt wel ingelezen.
remark-other-kind = Dit is een contact, en op een ander blad staan dossiers. Deze regel gaat niet mee. Bewaar dit blad als apart bestand en lees dat in.
remark-on-file = Staat er al. Er verandert niets.
remark-on-file-unseen = Staat er al en blijft zoals het is. Nieuw in deze lijst: { $text }
remark-encoded-twice = De letters van deze regel waren verminkt en zijn hersteld. Kijk of het klopt.

likeness-number = Heeft het nummer van { $name }, maar een andere naam. Beide blijven, tenzij je kiest.
likeness-spelling = Lijkt op { $name }: dezelfde naam, en het nummer anders geschreven. Beide blijven, tenzij je kiest.
likeness-person = Lijkt op { $name }: dezelfde naam, en hetzelfde adres of nummer. Beide blijven, tenzij je kiest.
likeness-surname = Lijkt op { $name }: hetzelfde adres of nummer, en een andere achternaam. Beide blijven, tenzij je kiest.
likeness-name = Heet als { $name }. Beide blijven, tenzij je kiest.
likeness-phone = Heeft de telefoon van { $name }. Beide blijven, tenzij je kiest.
