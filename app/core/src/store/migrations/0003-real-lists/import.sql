-- What was read in on this phone, so that it can be taken back in one go, and the heads of each document
-- just after: while it has those, nobody changed it. kind: the words of view::ImportKind. Of this phone only.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL
);
CREATE TABLE import_rows (
    import INTEGER NOT NULL,
    document BLOB NOT NULL,
    heads BLOB NOT NULL,
    PRIMARY KEY (import, document)
) WITHOUT ROWID;

-- Documents that were taken back: they have no other rows.
CREATE TABLE withdrawn (document BLOB PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;

CREATE INDEX around_contact ON around (contact);
CREATE INDEX interviews_contact ON interviews (contact) WHERE contact IS NOT NULL;

-- What somebody said a column holds, for the next list with the same titles. holds: JSON. Of this phone
-- only.
CREATE TABLE column_choices (
    shape TEXT NOT NULL,
    title TEXT NOT NULL,
    holds TEXT NOT NULL,
    PRIMARY KEY (shape, title)
) WITHOUT ROWID;
