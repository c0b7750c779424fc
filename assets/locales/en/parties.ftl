# Organisations around a case.
case-tab-parties = Parties { $n }
case-tab-parties-none = Parties
parties-none = No organisations yet. Who are all involved?
parties-now = { $n } needed
parties-fewer = { $most } → { $now } since { $day }
party-needed = needed
party-scrapped = gone
party-set-needed = Needed
party-set-scrapped = Gone
party-set-needed-name = { $name } is needed
party-set-scrapped-name = { $name } can go
party-new = New party
party-name = Which organisation?
