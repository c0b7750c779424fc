settings-title = Settings
settings-language = Language
settings-appearance = Appearance
appearance-system = As the phone
appearance-light = Light
appearance-dark = Dark
about-title = About Voorveld
about-version = Version
about-licence = Licence
about-licence-text = EUPL-1.2. Everybody may use, read and adapt the app.
about-type = Typeface
about-type-text = Atkinson Hyperlegible Next by the Braille Institute (SIL Open Font License 1.1)
about-icons = Icons
about-icons-text = Lucide (ISC licence)
about-data = Data
about-data-text = What you write is encrypted on this phone. The server keeps it locked and cannot read it.
settings-lock = Lock
settings-lock-how = How long the app may be away before it asks for the code again.
lock-at-once = At once
lock-after = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
settings-lock-now = Lock now
