# Effect: what the work led to.
effect-title = Effect
effect-none = Hier komt te staan wat jullie werk opleverde. Er is nog geen dossier om te tellen.
effect-new = Nieuwe dossiers per jaar
effect-running = { $year } loopt nog, geteld tot en met vandaag
effect-this-year = Dit jaar
effect-open = dossiers zijn nu open
effect-closed = keer gesloten of overgedragen
effect-reopened = keer weer geopend
effect-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagen
}
effect-first-contact = van aanmelding tot eerste contact, of sneller, bij de helft van de dossiers
effect-parties = { $n ->
    [one] partijen rond één dossier (geteld bij 1 dossier)
   *[other] partijen rond één dossier (gemiddeld over { $n } dossiers)
}
effect-outcomes = Wat ervan kwam bij het sluiten
effect-all-years = alle jaren
effect-by-year = Per jaar
effect-year = Jaar
effect-line-new = nieuw
effect-line-closed = gesloten of overgedragen
effect-line-reopened = weer geopend
effect-line-open = open aan het eind
effect-line-days = dagen tot eerste contact (de helft)
effect-counted = Geteld uit wat jullie al vastlegden.
