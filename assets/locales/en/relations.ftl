# Ties between people.
facts-relations = Who belongs to whom
relation-lives-with = lives with
relation-partner = partner of
relation-parent = parent of
relation-child = child of
relation-family = family of
relation-friend = friend of
relation-afraid = is afraid of
relation-frightens = frightens
relation-new = New tie
relation-find = Search cases and network
relation-nobody = Nobody found.
relation-kind = What is { $of } to { $name }?
relation-note = What else is there to say? (may be left empty)
relation-end = No longer so
relation-end-name = No longer so: { $name }
