# Organisations around a case.
case-tab-parties = Partijen { $n }
case-tab-parties-none = Partijen
parties-none = Nog geen organisaties. Wie zijn er allemaal betrokken?
parties-now = { $n } nodig
parties-fewer = { $most } → { $now } sinds { $day }
party-needed = nodig
party-scrapped = weg
party-set-needed = Nodig
party-set-scrapped = Weg
party-set-needed-name = { $name } is nodig
party-set-scrapped-name = { $name } kan weg
party-new = Nieuwe partij
party-name = Welke organisatie?
