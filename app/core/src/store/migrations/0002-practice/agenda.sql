-- What is or was on the core team's agenda. The open entries of a case are one item.
CREATE TABLE agenda (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL,
    status TEXT NOT NULL,
    question TEXT NOT NULL,
    off INTEGER NOT NULL,
    decision TEXT NOT NULL,
    decided_by BLOB NOT NULL,
    decided_at INTEGER,
    meeting TEXT,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX agenda_open ON agenda (at, id) WHERE NOT off AND meeting IS NULL;
CREATE INDEX agenda_decided ON agenda (meeting, decided_at) WHERE meeting IS NOT NULL;
