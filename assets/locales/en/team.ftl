team-title = Team { $name }
team-none = You are not in a team yet. Everything works, on this phone.
team-only-here-count = On this phone only: { $n }
team-goes-along = Once you are in a team, this goes along by itself.
team-start = Start a team
team-start-why = You are the first. After that you invite your colleagues.
team-join = Join a team
team-join-why = Your colleague is in it already and has five words for you.
catching-up = { $done } of the team’s { $total } entries are here.
catching-up-how = The newest come first. You can start working right away.
team-close-day = Close the day
team-closing = Closing the day…
team-try-now = Try now
team-only-here = On this phone only
team-only-here-more = And { $n } more.
team-nothing-new = Nothing. All of it is with the team.
team-unknown = Not known yet
team-alone = You are still the only phone in this team.
team-alone-how = Add your colleague’s phone, then you will both see the same.
team-add-phone = Add a phone
team-files = Lists and files
team-phones = Team and phones
team-phone = This phone
team-members = In the team: { $names }
team-clock-ahead = This phone’s clock is { $by } fast
team-clock-behind = This phone’s clock is { $by } slow
team-clock-then = What you write now gets the right time. Set the clock right in your phone’s settings.
team-work-is-there = Your work is with the team.
team-work-on-server = Your work is on the server too.
team-last-success = Last brought up to date: { $at }.
team-not-fetched = { $name }’s phone has not fetched it yet.
team-last-equal-at = Last equal: { $at }.
team-equal = Equal to { $name }
team-and = { $names } and { $last }
team-words-same = { $name } sees the same four words.
team-words-same-all = Everybody sees the same four words.
team-words-later = These are the four words of this phone. Who is equal sees the same ones.
team-words-some = Same four words on the phone of { $names }.
team-sent = All of yours (today { $n }) is now with { $name } too.
team-sent-all = All of yours (today { $n }) is now with everybody.

count-encounters = { $n ->
    [one] 1 encounter
   *[other] { $n } encounters
}
count-signals = { $n ->
    [one] 1 signal
   *[other] { $n } signals
}
count-commitments = { $n ->
    [one] 1 promise
   *[other] { $n } promises
}
count-other = { $n ->
    [one] 1 change
   *[other] { $n } changes
}

failed-no-connection = No connection to the server
failed-no-answer = The server does not answer
failed-certificate = The server cannot prove who it is
failed-nonsense = The server gave an answer that makes no sense
failed-server-trouble = The server has trouble of its own
failed-not-known = The server does not know this team or this phone
failed-version = The server speaks another version
failed-fork = There is another phone with the same data
failed-own-store = The phone could not reach its own store
failed-withheld = The server does not show everything
failed-no-progress = The server gets no further
failed-login-page = This network wants you to log in first
failed-since = Last time it worked: { $at }.
failed-never = It has not worked before.
failed-safe = Nothing is lost
failed-safe-count = Your work ({ $n }) is safe on this phone.
failed-safe-none = All that you wrote is with the team already.
failed-unseen = { $n ->
    [one] { $names } does not see it yet
   *[other] { $names } do not see it yet
}
failed-unseen-theirs = What { $names } wrote may be missing
failed-unseen-since = And what was written there since { $at }, you do not see yet.
failed-go-on = You can simply work on
failed-last-attempt = Last try: { $at }.
failed-code = Calling the administrator? Mention code { $code }.
next-connection = The phone tries by itself too, at least every quarter of an hour.
next-later = The phone will try again by itself, at least every quarter of an hour.
next-administrator = Ask the administrator what is the matter with the server.
next-update = Update the app, or ask the administrator to update the server.
next-fork = Use only one of the two phones and ask the administrator for help.
next-store = See whether the phone is full and try again.
next-login-page = Open your phone's browser and log in, or turn off wifi. The phone tries again by itself too.

doubt-old-note = The server gave an old state of { $name }’s phone
doubt-old-note-then = It does not count.
doubt-withheld = The server does not show everything
doubt-withheld-then = { $name }’s phone saw more. Ask the administrator what is wrong with the server.
doubt-own-missing = The server does not show your work
doubt-own-missing-then = It said that it had kept it. It is on this phone and is sent again.
doubt-restarted = The server was restored or empty
doubt-restarted-then = What it lacked was sent again. Nothing is lost.
doubt-at = Noticed: { $at }.

team-set-aside = { $n ->
    [one] This phone cannot read 1 change of a colleague yet
   *[other] This phone cannot read { $n } changes of colleagues yet
}
team-set-aside-then = The rest is there. A newer Voorveld will try again.
team-aside-somebody = a colleague
team-aside-about = About { $name }:
team-aside-newer = { $n ->
    [one] 1 change by { $who } was made with a newer Voorveld
   *[other] { $n } changes by { $who } were made with a newer Voorveld
}
team-aside-newer-then = { $n ->
    [one] Update this app, then it will be here.
   *[other] Update this app, then they will be here.
}
team-aside-waits = { $n ->
    [one] 1 change by { $who } still waits for something
   *[other] { $n } changes by { $who } still wait for something
}
team-aside-waits-then = { $n ->
    [one] That is not with the team yet. It will come by itself.
   *[other] That is not with the team yet. They will come by themselves.
}
team-aside-sealed = { $n ->
    [one] 1 change by { $who } does not open
   *[other] { $n } changes by { $who } do not open
}
team-aside-sealed-then = The team’s key does not fit. Ask what it was and write it down again if needed.
team-aside-harmful = { $n ->
    [one] 1 change by { $who } is faulty and was set aside
   *[other] { $n } changes by { $who } are faulty and were set aside
}
team-aside-harmful-then = The rest is there. Ask whether that phone is up to date, and write it down again if needed.
team-storage-lent = This browser may clear the storage when the phone fills up. Put Voorveld on your home screen and close the day every day: what is with the team is safe.
settle-title = Only you can decide this
settle-leave = One tap each; anything may also be left.
moved-twice-title = Put with two people
moved-twice-how = Tap whose it is.
moved-twice-here = Here
moved-twice-with = With { $name }
