# Ties between people.
facts-relations = Wie hoort bij wie
relation-lives-with = woont samen met
relation-partner = partner van
relation-parent = ouder van
relation-child = kind van
relation-family = familie van
relation-friend = bevriend met
relation-afraid = is bang voor
relation-frightens = maakt bang:
relation-new = Nieuwe band
relation-find = Zoek in dossiers en netwerk
relation-nobody = Niemand gevonden.
relation-kind = Wat is { $of } van { $name }?
relation-note = Wat is er nog te zeggen? (mag leeg)
relation-end = Geldt niet meer
relation-end-name = Geldt niet meer: { $name }
