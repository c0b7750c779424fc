# What the team agreed on.
agreements-title = Agreements of the team
agreements-how = These hold on every phone of the team.
agreements-weeks = Weeks per case, as a rule of thumb
agreements-core-team = Weeks between two core team meetings
agreements-budget = Free budget a month, in euros (may be left empty)
agreements-n-weeks = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
