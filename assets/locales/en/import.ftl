import-title = Read in a list
import-why = Take over a list of cases or an address book. First you see what the app understands of it; nothing is saved yet.
import-kinds = A list from Excel or LibreOffice, a CSV file, an address book (vCard) or an export of this app.
import-kinds-browser = A CSV file, an address book (vCard) or an export of this app. Is your list in Excel? Save it there as CSV UTF-8.
import-choose = Choose a file
import-other = Choose another file
import-paste-open = Or paste the list as text
import-paste-here = Paste the whole list here, header line included
import-pasted = Pasted text
import-read = Read the text
import-reading = Reading…
import-keeping = Saving…
import-unread = This file could not be read. Nothing has changed.
import-fresh-cases = { $n ->
    [one] 1 new case
   *[other] { $n } new cases
}
import-fresh-contacts = { $n ->
    [one] 1 new contact
   *[other] { $n } new contacts
}
import-no-fresh = Nothing new in this list
import-none-fresh-chosen = Nobody new: everything is added to who is there already
import-known = { $n ->
    [one] 1 was there already and stays as it is.
   *[other] { $n } were there already and stay as they are.
}
import-were-known = { $n ->
    [one] 1 was there already
   *[other] { $n } were there already
}
import-will-leave-out = { $n ->
    [one] 1 line is left out, see below.
   *[other] { $n } lines are left out, see below.
}
import-not-yet = Nothing has been saved yet.
import-remarks = Remarks
import-line = Line { $n }
import-rows = Lines understood
import-row-known = there already
import-more = Show more ({ $n } left)
import-keep-cases = { $n ->
    [one] Save 1 case
   *[other] Save { $n } cases
}
import-keep-contacts = { $n ->
    [one] Save 1 contact
   *[other] Save { $n } contacts
}
import-added-cases = { $n ->
    [one] 1 case saved
   *[other] { $n } cases saved
}
import-added-contacts = { $n ->
    [one] 1 contact saved
   *[other] { $n } contacts saved
}
import-nothing-added = Nothing was added
import-to-cases = To the cases
import-to-network = To the network
import-left-out = { $n ->
    [one] 1 line was left out
   *[other] { $n } lines were left out
}
import-past = Read in before
import-past-cases = { $n ->
    [one] 1 case
   *[other] { $n } cases
}
import-past-contacts = { $n ->
    [one] 1 contact
   *[other] { $n } contacts
}
import-back = Take back
import-back-name = Take back: { $name }
import-back-ask = Take it away for the whole team? What somebody used already stays.
import-back-no = Leave it
import-gone = { $n ->
    [0] Nothing was taken back
    [one] 1 was taken back
   *[other] { $n } were taken back
}
import-gone-again = Not right? Then read the list in again.
import-stayed = Stays, because somebody did something with it
import-stayed-more = { $names } and { $n } more
import-fresh-team = { $n ->
    [one] 1 case or contact from an export of this app
   *[other] { $n } cases and contacts from an export of this app
}
import-keep-team = { $n ->
    [one] Put 1 back
   *[other] Put { $n } back
}
import-added-team = { $n ->
    [one] 1 was put back
   *[other] { $n } were put back
}
import-past-team = { $n ->
    [one] 1 case or contact
   *[other] { $n } cases and contacts
}

import-columns = What is in this column?
import-column = “{ $title }”, for example “{ $sample }”
import-column-what = What is in the column { $title }?
import-holds-name = the name of the client
import-holds-number = the number of the case
import-holds-address = the address of the client
import-holds-phone = the phone of the client
import-holds-else = something else
import-danger = Sounds dangerous
import-danger-how = Tick what is to stand under Safety at the door. Everything stays in the background as well. This device does not ask again about what you leave unticked.
import-alike = Looks like somebody who is there already
import-alike-how = Do you choose ‘is the same’? Then what is new is added to who is there already.
import-both = Keep both
import-same = Is the same
import-like-number = Same number as { $name }, another name
import-like-spelling = Looks like { $name }: the number is spelled in another way
import-like-person = Looks like { $name }, but not everything fits
import-like-surname = Same address or phone as { $name }, another surname
import-like-name = Has the same name as { $name }
import-like-phone = Same phone as { $name }
import-unseen = New about who is there already
import-unseen-how = Tick what is to be added. What is there stays.
import-keep-chosen = Keep what you chose
import-keep-no-danger = Done, nothing ticked
remark-no-name = There is no name. This line is left out.
remark-twice = The same as line { $line }. Saved once.
remark-unreadable = This line cannot be read and is left out.
remark-cut-off = The file ends half way here. This line is left out.
remark-no-end = This card has no end. It is kept as it stands.
remark-group = { $n ->
    [0] This is a group and not a person. It is left out.
    [one] This is a group of 1 contact and not a person. It is left out.
   *[other] This is a group of { $n } contacts and not a person. It is left out.
}
remark-own-lines = Lines that only the address book itself needs are not taken over: { $names }.
remark-bad-date = “{ $text }” is no day. Kept like that in the background.
remark-future-date = “{ $text }” lies in the future. Kept like that in the background.
remark-odd-phone = “{ $text }” is no number to call. Kept as it is.
remark-odd-postcode = “{ $text }” is no Dutch postcode. Kept as it is.
remark-odd-status = The app does not know the status “{ $text }”. The case will be open; the text is kept in the background.
remark-attachment = An attachment of { $n } kB does not go along.
remark-too-long = A cell holds too much text. This line is left out.
remark-service-numbers = The list has a column of citizen service numbers. It does not go along: there is no ground to hold them.
remark-service-number-out = This line held a citizen service number. The number was left out.
remark-service-number-in-text = This line may hold a citizen service number. Take it out if it is one.
remark-row-numbers = The column “{ $title }” only counts the lines. It does not go along.
remark-joined = Is about the same person as line { $line }. What it says more is kept there.
remark-number-of-two = Has the number of line { $line }, but another name. Both are saved.
remark-looks-like = Looks like line { $line }. Both are saved.
remark-no-row = “{ $text }” is no person. This line is left out.
remark-header-again = The titles stand here once more. This line is left out.
remark-unsure-date = “{ $text }” can be two days. Kept like that in the background.
remark-other-encoding = This line was stored otherwise than the rest. See whether its letters are right.
remark-cell-comment = A cell on this line has a comment: “{ $text }”. It is left out.
remark-stray = “{ $text }” stands outside the table and is left out.
remark-guessed-encoding = { $n ->
    [one] The letters of this line were read as { $encoding }. Check whether they are right.
   *[other] The letters of { $n } lines were read as { $encoding }. Check whether they are right.
}
remark-comments-unread = Cells in this file have comments. The app cannot read them here. Save the file as .xlsx and import that.
remark-no-value = Cell { $cell } has a formula without a result: { $formula }. Open the file in Excel, save it and import it again.
remark-shortened-number = Excel left out the last digits of the number “{ $text }”. It stays as it is; look up the whole number.
remark-more-cells = This line has more cells than there are titles. Check that everything is below the right one.
remark-hidden-sheet = This sheet is hidden in Excel. It is read all the same.
remark-other-kind = This is a contact, and another sheet has cases. This row is left out. Save this sheet as a file of its own and import that.
remark-on-file = There already. Nothing changes.
remark-on-file-unseen = There already, and stays as it is. New in this list: { $text }
remark-encoded-twice = The letters of this line were garbled and have been put right. See whether they are.

likeness-number = Has the number of { $name }, but another name. Both stay, unless you choose.
likeness-spelling = Looks like { $name }: the same name, and the number spelt otherwise. Both stay, unless you choose.
likeness-person = Looks like { $name }: the same name, and the same address or phone. Both stay, unless you choose.
likeness-surname = Looks like { $name }: the same address or phone, and another surname. Both stay, unless you choose.
likeness-name = Has the name of { $name }. Both stay, unless you choose.
likeness-phone = Has the phone of { $name }. Both stay, unless you choose.
