-- Ties of a case (document) to another case or a contact. other_kind is that document's.
CREATE TABLE relations (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    kind TEXT NOT NULL,
    other BLOB NOT NULL,
    other_kind INTEGER NOT NULL,
    note TEXT NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL,
    ended INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX relations_other ON relations (other);
