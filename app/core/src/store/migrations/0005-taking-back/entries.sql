-- The document an entry was written in, where that is not the one it is shown under (document): it was
-- moved to somebody else.
ALTER TABLE encounters ADD COLUMN origin BLOB;
CREATE INDEX encounters_origin ON encounters (origin, id) WHERE origin IS NOT NULL;
ALTER TABLE commitments ADD COLUMN origin BLOB;
CREATE INDEX commitments_origin ON commitments (origin, id) WHERE origin IS NOT NULL;

-- Entries that are no longer shown under this document (document, of kind): withdrawn, or moved to
-- another (moved_to, of moved_kind; actor moved it). lost: a concurrent move to this document that did
-- not count. origin is the document it was written in. text is empty for what was moved: it may be
-- about somebody else.
CREATE TABLE entries_gone (
    origin BLOB NOT NULL,
    id BLOB NOT NULL,
    document BLOB NOT NULL,
    kind INTEGER NOT NULL,
    part TEXT NOT NULL,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    by BLOB NOT NULL,
    text TEXT NOT NULL,
    gone_at INTEGER NOT NULL,
    gone_by BLOB NOT NULL,
    why TEXT NOT NULL,
    moved_to BLOB,
    moved_kind INTEGER,
    actor TEXT NOT NULL,
    lost INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (origin, id, document)
) WITHOUT ROWID;
CREATE INDEX entries_gone_of ON entries_gone (document, gone_at);
