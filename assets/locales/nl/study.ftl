# Neighbourhood studies.
study-title = Wijkonderzoek
study-source = Wijkonderzoek { $name }
study-new = Begin een onderzoek
study-new-hint = Het begint vandaag. De rest kan later.
study-name = Naam van het onderzoek
study-none = Er loopt geen onderzoek.
study-open = Loopt
study-ended = Afgesloten
study-period = { $from } tot { $to }
study-week = week { $week } van { $weeks }
study-week-late = week { $week }, { $weeks } was het plan
study-to-begin = begint { $day }
study-interviews = { $n ->
    [one] 1 gesprek
   *[other] { $n } gesprekken
}
study-edit = Onderzoek wijzigen
study-fields = Over dit onderzoek
study-district = Wijk
study-question = Wat wil je weten
study-begun = Begonnen op
study-ended-on = Afgesloten op
study-end = Sluit het onderzoek af
study-go-on = Ga verder met het onderzoek
study-report = Verslag
study-themes = Thema’s
study-no-themes = Nog geen thema’s. Ze mogen ook later komen.
study-theme-new = Nieuw thema
study-theme-add = Voeg toe
study-theme-away = Thema { $name } weghalen
study-said = Gesprekken
study-nothing-said = Nog geen gesprekken. De plus begint er een.
study-more = Toon meer gesprekken
role-resident = Bewoner
role-entrepreneur = Ondernemer
role-key-person = Sleutelpersoon
role-residents = Bewoners
role-entrepreneurs = Ondernemers
role-key-persons = Sleutelpersonen
interview-role = Wie vertelt
interview-help = Direct hulp
interview-helped = Signaal gemaakt
interview-quote = Citaat
interview-quote-label = Wat komt in het verslag
interview-quote-only = Alleen dit
interview-quote-only-this = Alleen dit citaat: { $quote }
interview-quotes-both = Jullie kozen allebei. Beide staan in het verslag, tot je kiest.
interview-more = Meer
interview-with = Met { $name }. Komt niet in het verslag.
interview-find = Met wie uit het netwerk
interview-nobody = Niemand gevonden.
interview-without = Haal de naam weg
interview-never-printed = De naam komt nooit in het verslag.
report-check = Lees het na: staat er niets in waaraan je iemand herkent?
report-tells = { $n ->
    [one] Op 1 plek staat misschien wie het is.
   *[other] Op { $n } plekken staat misschien wie het is.
}
report-tell = Herken je hier iemand? { $found }
report-words = In onze woorden
report-words-label = Wat we hoorden en wat we adviseren
report-other = Geen thema
report-files = Als bestand
report-theme = Thema
report-total = Samen
report-since = sinds { $day }
report-residents = { $n ->
    [one] 1 bewoner
   *[other] { $n } bewoners
}
report-entrepreneurs = { $n ->
    [one] 1 ondernemer
   *[other] { $n } ondernemers
}
report-key-persons = { $n ->
    [one] 1 sleutelpersoon
   *[other] { $n } sleutelpersonen
}
