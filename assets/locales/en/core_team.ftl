# The core team's agenda.
core-team-title = Core team
core-team-of = Core team { $team }
core-team-count = { $n ->
    [one] 1 case on the agenda
   *[other] { $n } cases on the agenda
}
core-team-nameless = Without names
core-team-read = Read it again: could somebody be recognised?
core-team-named = A name still stands in this text.
core-team-none = Nothing is on the agenda yet.
core-team-case = Case
core-team-status = Status
core-team-question = Question
core-team-decision = Decision
core-team-off = Take off the agenda: { $name }
core-team-add = Put a case on the agenda
core-team-find = Find a case
core-team-nobody = No case found.
core-team-when = When is the next core team?
core-team-when-edit = Change day, time and place
core-team-day = Day (may be empty)
core-team-place = Time and place (may be empty)
core-team-weeks = Every how many weeks
core-team-over = This core team is over. { $n ->
    [one] One week
   *[other] { $n } weeks
} later is { $day }.
core-team-take = Take that day
core-team-decided = Decided
core-team-on = On the agenda
core-team-write = Write status and question
