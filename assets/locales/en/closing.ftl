# Closing a case and reopening it.
close-text = Why do you close it? One sentence.
close-outcome = What came of it? (may be left empty)
close-how = The case is closed, the person is not: a new encounter reopens it.
close-save = Close case
closing-closed = Closed
closing-reopened = Reopened
closing-by-encounter = Reopened by an encounter after the closing
closing-reopen = Reopen
outcome-stable = stable
outcome-accepted-help = help accepted
outcome-less-nuisance = less nuisance
outcome-not-managed = did not work out
