# Words that several screens share.
tab-today = Today
tab-cases = Cases
tab-network = Network
tab-team = Team
tabs = Main menu
capture-open = Log an encounter

back = Back
close = Close
shown-of = { $shown } of { $total } · show more
shown-of-more-than = { $shown } of more than { $total } · show more
save = Save
cancel = Leave as is

channel-street = Street
channel-home = Home
channel-phone = Call
channel-message = Message
channel-meeting = Meeting

trust = Trust
trust-outside = outside
trust-door = door
trust-inside = inside
trust-trust = trust

status-open = Open
status-waiting = Waiting
status-handed-over = Handed over
status-closed = Closed

only-here = on this phone only
with-team = with the team

call-name = Call { $name }
# Which of somebody's numbers: “Gina: zus”.
call-of = { $name }: { $which }
written-by = Written by { $name }
goes-ahead = { $name } goes ahead
signal = Signal

day-today = today
day-yesterday = yesterday
day-tomorrow = tomorrow
days-ago = { $n ->
    [one] 1 day
   *[other] { $n } days
}
weeks-ago = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
years-ago = { $n ->
    [one] 1 year
   *[other] { $n } years
}
for-minutes = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
for-hours = { $n } hours
search-clear = Empty the search field
key-back = Delete the last digit
bsn-warning = This looks like a citizen service number (BSN). Better leave it out: the app does not need it. You can still save it.
phone-unsure = no number to call
message = Message
message-name = Message to { $name }
twice-here = This text stands here twice.
twice-mend = Make it one
from-list = from a list that was read in
danger = Warning: danger
