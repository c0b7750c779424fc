unlock-title = Enter your code
unlock-opening = Opening…
unlock-choose = Choose a code of six digits
unlock-choose-why = This code opens the app. It locks everything on this phone.
unlock-repeat = The same code once more
unlock-making = Getting ready…
unlock-damaged = The store does not open
unlock-filled = { $n } of { $of } digits entered
unlock-wrong = That code is not right. Try again.
unlock-differ = The two codes are not the same. Choose one again.
unlock-forgotten = Forgot the code?
unlock-anew-team = What is with the team stays there
unlock-anew-team-then = Choose a new code and join your team again. A colleague gives you five words for that. Then everything comes back that the team has.
unlock-anew-here = What was only on this phone is lost to you
unlock-anew-here-then = How much that is, the app cannot see: it is locked. The old store is not deleted but set aside. Without the old code it does not open.
unlock-anew-type = Type the word “{ $word }”
unlock-anew-word = again
unlock-anew-missing = Type the word “{ $word }” first. Nothing has changed yet.
unlock-anew-begin = Begin anew
unlock-remember = Remember it well: the code is kept nowhere else.
unlock-begin = Begin with a new store
unlock-begin-then = After that you join your team again: all it has comes back.
unlock-lost = { $n ->
    [0] The browser threw Voorveld's storage away. Everything was with the team ({ $at }). Choose a code and join again.
    [one] The browser threw Voorveld's storage away. One thing was only on this phone and is gone; the rest is with the team ({ $at }). Choose a code and join again.
   *[other] The browser threw Voorveld's storage away. { $n } things were only on this phone and are gone; the rest is with the team ({ $at }). Choose a code and join again.
}
unlock-lost-alone = { $n ->
    [one] The browser threw Voorveld's storage away. One thing was only on this phone and is gone.
   *[other] The browser threw Voorveld's storage away. { $n } things were only on this phone and are gone.
}
