# Decisions, escalation and handing over.
case-tab-decisions = Decisions
decision-title = Decision
decision-add-title = Addition
decision-new = New decision
decision-kind = What do you do?
decision-act = Act
decision-refrain = Deliberately not
decision-share = Share
decision-not-report = Not report
decision-escalate = Escalate
decision-looked = Looked at again
decision-goal = Goal: what do we want?
decision-ethical = Ethics: is this right?
decision-law = Law: how is this allowed?
decision-why = Why this way?
decision-with = With whom do you share?
decision-ground = On what ground?
decision-backs = Who backs it?
decision-look = Look again
decision-look-weeks = { $n } weeks
decision-save = Record it
decision-after = After this you can add, not change.
decision-add = Add to it
decision-added = Addition: { $kind }
decision-looked-done = Looked. No need to look again.
decision-short-goal = Goal:
decision-short-with = With:
decision-short-ground = Ground:
decision-short-ethical = Ethics:
decision-short-law = Law:
decision-short-why = Why:
decision-short-backs = Backed by:
decision-short-look = Look again:
decisions-none = No decision yet. Tap what you do.
decisions-right = { $n ->
    [one] Correct: 1 decision, nothing changed.
   *[other] Correct: { $n } decisions, nothing changed.
}
decisions-limit = Whether the last decision was removed, only a phone that had it can tell.
decisions-wrong = { $n ->
    [one] Not correct: 1 decision. That decision says what is wrong.
   *[other] Not correct: { $n } decisions. Those decisions say what is wrong.
}
decisions-gone = { $n ->
    [one] Not correct: 1 decision that this phone had is gone.
   *[other] Not correct: { $n } decisions that this phone had are gone.
}
fault-changed = Not correct: what stands here was changed after it was recorded.
fault-parent = Not correct: an earlier decision that this one builds on is gone or replaced.
fault-signature = Not correct: the signature does not belong to this decision.
fault-key = Not correct: this key is not known as this colleague's.
fault-seen = Not correct: this phone first held something else here.
fault-newer = Not checked: this was recorded with a newer app. Update the app.
fault-not-listed = Not correct: this decision is missing from the list on this phone.
today-look-again = Look again

proof-file = Decisions
proof-title = Decisions: { $name }
proof-checked = { $n ->
    [one] 1 decision, checked on { $at }
   *[other] { $n } decisions, checked on { $at }
}
proof-wrong = Not correct: a decision below says what is wrong, or one is gone.
proof-limit = What this cannot show: whether the very last decision was removed. Only a phone that had it can tell. Whose key it is, is what the team itself says. The time is that of the author's phone.
proof-encounter = Encounter
proof-promise = Promise
proof-expense = Expense
proof-gone-since = { $what } of { $at }, { $wrote }: stood here then, withdrawn since ({ $by }, { $when }).
proof-moved-since = { $what } of { $at }, { $wrote }: stood here then, moved to somebody else since ({ $by }, { $when }).
proof-first = none: this is a first decision
proof-hash = Hash (SHA-256)
proof-parents = Builds on
proof-key = Public key, of
proof-signature = Signature (Ed25519)
proof-bytes = The bytes (hexadecimal)
proof-how = How to check this yourself
proof-how-what = Each decision was made into a row of bytes. Over these a hash was computed (SHA-256) and a signature made (Ed25519, RFC 8032) with the author's key. Each decision names the hashes of the decisions that nothing followed yet. Two phones that decide without a connection so make two branches; the next decision joins them.
proof-how-bytes = The bytes: first the letters "voorveld decision v1" and a byte 0. Then of each field below, in this order: its length in bytes as four bytes (the largest first) and its text in UTF-8. An empty field has length 0. Numbers of case, decision and author are 32 hexadecimal digits; "at" is the number of milliseconds since 1 January 1970 UTC; "look_again" is yyyy-mm-dd; "parents" are hashes with commas between them, sorted.
proof-how-hash = 1. The SHA-256 of the bytes must be the printed hash. If one letter changes, the hash becomes another.
proof-how-parents = 2. Each hash under "Builds on" must be the hash of another decision in this document. If one is missing, a decision was removed or replaced.
proof-how-signature = 3. The signature must fit the public key and the bytes. Ask the author to show the same key on their own phone.
proof-how-shell = To check one decision on a command line. Fill in BYTES, KEY and SIGNATURE:
proof-how-python = To check all at once with the data file (JSON) that belongs to this, in Python with the package "cryptography":

call-list-title = Escalation: who to call
call-list-second = From top to bottom
call-list-none = Nobody on the list yet.
call-line-new = Put somebody on the list
call-line-role = Function
call-line-name = Name
call-line-up = Call earlier
call-line-down = Call later
call-line-remove = Take off the list
escalate-row = Escalate: call somebody
escalate-title = Escalate
escalate-how = A call is put in the timeline by itself.
escalate-called = Called: { $who } (escalation)
escalate-logged = Put in the timeline: { $text }
escalate-edit = Change the list

handover-title = Handover
handover-receiver = To whom do you hand over?
handover-from-network = Choose from the network
handover-lines = What goes along?
handover-matters = What matters
handover-do-dont = Do and don't
handover-safety = Safety
handover-commitments = Open promises
handover-last = Last contacts
handover-around = Who is near
handover-background = Background
handover-reach = Address and phone
handover-confirm = Hand over
handover-after = This is recorded as a decision: what, to whom and on what ground.
handover-paper-to = To
handover-paper-from = From
handover-paper-title = Handover: { $name }
handover-earlier = Shared before
involved = Stay involved
involved-how = Then this case stays on Network.
involved-end = No longer involved
involved-with = with { $name }
decision-saw = What did you see? (may be empty)
