settings-title = Instellingen
settings-language = Taal
settings-appearance = Uiterlijk
appearance-system = Zoals de telefoon
appearance-light = Licht
appearance-dark = Donker
about-title = Over Voorveld
about-version = Versie
about-licence = Licentie
about-licence-text = EUPL-1.2. Iedereen mag de app gebruiken, bekijken en aanpassen.
about-type = Letter
about-type-text = Atkinson Hyperlegible Next van het Braille Institute (SIL Open Font License 1.1)
about-icons = Pictogrammen
about-icons-text = Lucide (ISC-licentie)
about-data = Gegevens
about-data-text = Wat je schrijft, staat versleuteld op deze telefoon. De server bewaart het op slot en kan het niet lezen.
settings-lock = Op slot
settings-lock-how = Zo lang mag de app weg zijn, voordat hij de code weer vraagt.
lock-at-once = Direct
lock-after = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
}
settings-lock-now = Nu op slot
