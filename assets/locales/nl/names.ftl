# The look at what is still in a text, before it goes out without names.
names-found = Dit staat nog in de tekst
names-found-what = Haal weg wat verraadt wie iemand is. De rest mag blijven staan.
names-perhaps = Misschien een naam, misschien een gewoon woord:
names-seen = Gezien
names-were-seen = Gezien. Nu kan het mee.
names-look = Kijk na wat er nog in staat
names-first = { $n ->
    [one] Er staat nog 1 naam, nummer of adres in. Kijk dat eerst na.
   *[other] Er staan nog { $n } namen, nummers of adressen in. Kijk die eerst na.
}
