checkup-title = Check this phone
checkup-lead = The app checks that everything on this phone is whole and right. What is wrong it repairs by itself. Your work stays, and you can simply go on.
checkup-go = Check now
checkup-going = Checking…
checkup-last = Last check: { $at }
checkup-well = Everything is whole and right
checkup-looked-at = { $n ->
    [one] Looked at one case, contact or signal.
   *[other] Looked at { $n } cases, contacts, signals and photos.
}
checkup-asks-team = What was missing here, the phone is now getting from the team.
checkup-file = The file was damaged and has been replaced
checkup-file-then = Nothing was deleted: the old file was set aside as { $file }. Everything that could still be read was taken from it.
checkup-file-only-here = { $n ->
    [0] Nothing was only on this phone, as far as could be read.
    [one] What was only on this phone is kept: one item.
   *[other] What was only on this phone is kept: { $n } items.
}
checkup-file-partly = { $n ->
    [0] Every part could still be read whole.
    [one] One part could not be read whole.
   *[other] { $n } parts could not be read whole.
}
checkup-file-no-team = The team’s key could not be read. Have your colleague invite you again; then what is with the team comes back.
checkup-indexes = An index of the storage was wrong
checkup-indexes-then = It was made again.
checkup-documents = { $n ->
    [one] Something was missing from one case, contact or signal
   *[other] Something was missing from { $n } cases, contacts or signals
}
checkup-documents-then = What was still there is kept. The rest comes from the team.
checkup-rows = { $n ->
    [one] The lists were wrong for one case, contact or signal
   *[other] The lists were wrong for { $n } cases, contacts or signals
}
checkup-rows-then = The lists were made again.
checkup-search = Search did not find everything
checkup-search-then = Everything can be searched again.
checkup-words = The four words were wrong
checkup-words-then = They were computed again.
checkup-only-here = The number ‘only on this phone’ was wrong
checkup-only-here-then = It was counted again.
checkup-outbox = What was ready to be sent was wrong
checkup-outbox-then = It is made ready again. Nothing is lost.
