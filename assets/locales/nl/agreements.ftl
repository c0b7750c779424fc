# What the team agreed on.
agreements-title = Afspraken van het team
agreements-how = Deze gelden op elke telefoon van het team.
agreements-weeks = Weken per dossier, als vuistregel
agreements-core-team = Weken tussen twee kernteams
agreements-budget = Vrij budget per maand, in euro (mag leeg)
agreements-n-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weken
}
