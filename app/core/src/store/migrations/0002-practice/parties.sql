-- Organisations around cases; the same name in a case is one row. clash: JSON, as in cases.
CREATE TABLE parties (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    changed_at INTEGER NOT NULL,
    changed_by BLOB NOT NULL,
    added_at INTEGER NOT NULL,
    clash TEXT NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
-- Every time one was added or its state was set. party is the id in parties.
CREATE TABLE party_changes (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    party BLOB NOT NULL,
    state TEXT NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
