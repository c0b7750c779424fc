# The line after a save, changing, moving and withdrawing.
saved-with = Saved with { $name }
saved-as-signal = Saved as a signal
saved-moved = Moved to { $name }
saved-linked = Linked to { $name }
saved-now = now
saved-change = Change
saved-change-title = Change
saved-reopened = the case is open again
saved-keep-closed = Keep closed
saved-kept-closed = the case stays closed

entry-when-was = When it was
entry-nobody = Nobody found.
entry-also = Moved to { $name } at the same time. It is here now.
entry-contested = two colleagues moved this
entry-history = { $n ->
    [one] Changed once
   *[other] Changed { $n } times
}
entry-was-text = the text was “{ $was }”
entry-was-at = the moment was { $was }
entry-was-channel = the way was { $was }
entry-was-moved = moved to { $name }
entry-was-withdrawn = withdrawn
entry-was-withdrawn-why = withdrawn: { $why }
entry-was-restored = brought back
entry-was-amount = the amount was { $was }
entry-was-day = the day was { $was }
entry-not-counted = changed to { $to } too, which does not count

withdraw = Withdraw
withdraw-why = Why? (may be empty)
withdraw-now = Withdraw

gone-withdrawn = { $n } withdrawn
gone-moved = { $n } moved
gone-by = Withdrawn by { $by }, { $when }
gone-moved-by = Moved to { $name } by { $by }, { $when }
gone-lost = { $by } put this here too. It is with { $name }.
gone-somebody = somebody else
gone-restore = Bring back
gone-here = Put it here
gone-go = Go there

signal-unlink = Unlink { $name }
