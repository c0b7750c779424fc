-- Closings and reopenings of cases, in order of time. by_encounter: nobody wrote it down; the id is that
-- of the first encounter or signal after a closing.
CREATE TABLE closings (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    at INTEGER NOT NULL,
    by BLOB NOT NULL,
    what TEXT NOT NULL,
    outcome TEXT NOT NULL,
    text TEXT NOT NULL,
    by_encounter INTEGER NOT NULL DEFAULT 0,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
-- The document says closed, or closed and open at once: then the closings say which.
ALTER TABLE cases ADD COLUMN closing_said INTEGER NOT NULL DEFAULT 0;
