team-title = Team { $name }
team-none = Je zit nog niet in een team. Alles werkt gewoon, op deze telefoon.
team-only-here-count = Alleen op deze telefoon: { $n }
team-goes-along = Zodra je in een team zit, gaat dit vanzelf mee.
team-start = Begin een team
team-start-why = Je bent de eerste. Daarna nodig je je collega’s uit.
team-join = Sluit aan bij een team
team-join-why = Je collega zit er al in en heeft vijf woorden voor je.
catching-up = Van het team is er { $done } van { $total } binnen.
catching-up-how = Het nieuwste komt eerst. Je kunt al gewoon aan de slag.
team-close-day = Dag sluiten
team-closing = Bezig met sluiten…
team-try-now = Probeer nu
team-only-here = Alleen op deze telefoon
team-only-here-more = En nog { $n }.
team-nothing-new = Niets. Alles staat bij het team.
team-unknown = Nog onbekend
team-alone = Je bent nog de enige telefoon in dit team.
team-alone-how = Voeg de telefoon van je collega toe, dan zien jullie hetzelfde.
team-add-phone = Telefoon toevoegen
team-files = Lijsten en bestanden
team-phones = Team en telefoons
team-phone = Deze telefoon
team-members = In het team: { $names }
team-clock-ahead = De klok van deze telefoon loopt { $by } voor
team-clock-behind = De klok van deze telefoon loopt { $by } achter
team-clock-then = Wat je nu schrijft, krijgt de goede tijd. Zet de klok goed bij de instellingen van je telefoon.
team-work-is-there = Jouw werk staat bij het team.
team-work-on-server = Jouw werk staat ook op de server.
team-last-success = Laatst bijgewerkt: { $at }.
team-not-fetched = De telefoon van { $name } heeft het nog niet opgehaald.
team-last-equal-at = Laatst gelijk: { $at }.
team-equal = Gelijk met { $name }
team-and = { $names } en { $last }
team-words-same = { $name } ziet dezelfde vier woorden.
team-words-same-all = Iedereen ziet dezelfde vier woorden.
team-words-later = Dit zijn de vier woorden van deze telefoon. Wie gelijk is, ziet dezelfde.
team-words-some = Dezelfde vier woorden op de telefoon van { $names }.
team-sent = Alles van jou (vandaag { $n }) staat nu ook bij { $name }.
team-sent-all = Alles van jou (vandaag { $n }) staat nu bij iedereen.

count-encounters = { $n ->
    [one] 1 contactmoment
   *[other] { $n } contactmomenten
}
count-signals = { $n ->
    [one] 1 signaal
   *[other] { $n } signalen
}
count-commitments = { $n ->
    [one] 1 afspraak
   *[other] { $n } afspraken
}
count-other = { $n ->
    [one] 1 wijziging
   *[other] { $n } wijzigingen
}

failed-no-connection = Geen verbinding met de server
failed-no-answer = De server antwoordt niet
failed-certificate = De server kan niet bewijzen wie hij is
failed-nonsense = De server gaf een antwoord dat niet klopt
failed-server-trouble = De server heeft zelf een storing
failed-not-known = De server kent dit team of deze telefoon niet
failed-version = De server spreekt een andere versie
failed-fork = Er is nog een telefoon met dezelfde gegevens
failed-own-store = De telefoon kon niet bij zijn eigen opslag
failed-withheld = De server laat niet alles zien
failed-no-progress = De server komt niet verder
failed-login-page = Dit netwerk wil eerst dat je inlogt
failed-since = Laatst gelukt: { $at }.
failed-never = Het is nog niet eerder gelukt.
failed-safe = Er is niets kwijt
failed-safe-count = Jouw werk ({ $n }) staat veilig op deze telefoon.
failed-safe-none = Alles wat je schreef, staat al bij het team.
failed-unseen = { $n ->
    [one] { $names } ziet het nog niet
   *[other] { $names } zien het nog niet
}
failed-unseen-theirs = Wat { $names } schreef, kan ontbreken
failed-unseen-since = En wat collega’s sinds { $at } schreven, zie jij nog niet.
failed-go-on = Je kunt gewoon doorwerken
failed-last-attempt = Laatste keer: { $at }.
failed-code = Bel je de beheerder? Zeg erbij: code { $code }.
next-connection = De telefoon probeert het zelf ook, minstens elk kwartier.
next-later = De telefoon probeert het straks vanzelf weer, minstens elk kwartier.
next-administrator = Vraag de beheerder wat er met de server is.
next-update = Werk de app bij, of vraag de beheerder de server bij te werken.
next-fork = Gebruik maar één van de twee telefoons en vraag de beheerder om hulp.
next-store = Kijk of de telefoon niet vol is en probeer het nog eens.
next-login-page = Open de browser van je telefoon en log in, of zet wifi uit. De telefoon probeert het zelf ook.

doubt-old-note = De server gaf een oude stand van de telefoon van { $name }
doubt-old-note-then = Die telt niet mee.
doubt-withheld = De server laat niet alles zien
doubt-withheld-then = De telefoon van { $name } zag meer. Vraag de beheerder wat er met de server is.
doubt-own-missing = De server laat jouw werk niet zien
doubt-own-missing-then = Hij zei dat hij het bewaarde. Het staat op deze telefoon en wordt opnieuw gestuurd.
doubt-restarted = De server was teruggezet of leeg
doubt-restarted-then = Wat daar ontbrak, is opnieuw gestuurd. Er is niets kwijt.
doubt-at = Gemerkt: { $at }.

team-set-aside = { $n ->
    [one] 1 wijziging van een collega kan deze telefoon nog niet lezen
   *[other] { $n } wijzigingen van collega’s kan deze telefoon nog niet lezen
}
team-set-aside-then = De rest is er wel. Een nieuwere Voorveld probeert het nog eens.
team-aside-somebody = een collega
team-aside-about = Over { $name }:
team-aside-newer = { $n ->
    [one] 1 wijziging van { $who } is met een nieuwere Voorveld gemaakt
   *[other] { $n } wijzigingen van { $who } zijn met een nieuwere Voorveld gemaakt
}
team-aside-newer-then = { $n ->
    [one] Werk deze app bij, dan komt ze erbij.
   *[other] Werk deze app bij, dan komen ze erbij.
}
team-aside-waits = { $n ->
    [one] 1 wijziging van { $who } wacht nog op iets
   *[other] { $n } wijzigingen van { $who } wachten nog op iets
}
team-aside-waits-then = { $n ->
    [one] Dat staat nog niet bij het team. Ze komt er vanzelf bij.
   *[other] Dat staat nog niet bij het team. Ze komen er vanzelf bij.
}
team-aside-sealed = { $n ->
    [one] 1 wijziging van { $who } gaat niet open
   *[other] { $n } wijzigingen van { $who } gaan niet open
}
team-aside-sealed-then = De sleutel van het team past niet. Vraag na wat het was en schrijf het zo nodig opnieuw op.
team-aside-harmful = { $n ->
    [one] 1 wijziging van { $who } klopt niet en is opzijgezet
   *[other] { $n } wijzigingen van { $who } kloppen niet en zijn opzijgezet
}
team-aside-harmful-then = De rest is er wel. Vraag of die telefoon bijgewerkt is en schrijf het zo nodig opnieuw op.
team-storage-lent = Deze browser kan de opslag opruimen als de telefoon vol raakt. Zet Voorveld op je beginscherm en sluit elke dag de dag: wat bij het team staat, is veilig.
settle-title = Alleen jullie kunnen dit beslissen
settle-leave = Eén tik per regel; iets mag ook blijven staan.
moved-twice-title = Bij twee mensen gezet
moved-twice-how = Tik op wie het is.
moved-twice-here = Hier
moved-twice-with = Bij { $name }
