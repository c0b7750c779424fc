-- Reasoned choices. root is the decision itself for what was added to it.
CREATE TABLE decisions (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    root BLOB NOT NULL,
    kind TEXT NOT NULL,
    goal TEXT NOT NULL,
    ethical TEXT NOT NULL,
    law TEXT NOT NULL,
    why TEXT NOT NULL,
    backs TEXT NOT NULL,
    shared_with TEXT NOT NULL,
    ground TEXT NOT NULL,
    look_again TEXT,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- The day on which a decision is to be looked at again: what its newest entry says.
CREATE TABLE look_agains (
    document BLOB NOT NULL,
    root BLOB NOT NULL,
    due TEXT NOT NULL,
    PRIMARY KEY (document, root)
) WITHOUT ROWID;
CREATE INDEX look_agains_due ON look_agains (due);

-- No projection but this phone's own memory of what it once held, so that it notices what a document
-- cannot tell: that its newest decision was taken away.
CREATE TABLE decisions_seen (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- Whose public key is whose.
CREATE TABLE person_keys (key TEXT PRIMARY KEY, person BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE call_list (
    id BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    phone TEXT NOT NULL,
    rank INTEGER NOT NULL
) WITHOUT ROWID;

-- Handed over, but we stay in touch.
ALTER TABLE cases ADD COLUMN involved INTEGER NOT NULL DEFAULT 0;
CREATE INDEX cases_involved ON cases (last_contact) WHERE involved;
