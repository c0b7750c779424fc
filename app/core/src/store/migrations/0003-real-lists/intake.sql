-- Why a record was set aside, the document it is about, the change it waits for, the app that tried it
-- last, its hash. What is no longer worth keeping has no bytes. Older rows are tried once more.
ALTER TABLE set_aside ADD COLUMN why TEXT NOT NULL DEFAULT 'harmful';
ALTER TABLE set_aside ADD COLUMN document BLOB;
ALTER TABLE set_aside ADD COLUMN waits_for BLOB;
ALTER TABLE set_aside ADD COLUMN app TEXT NOT NULL DEFAULT '';
ALTER TABLE set_aside ADD COLUMN hash BLOB NOT NULL DEFAULT x'';
CREATE INDEX set_aside_waiting ON set_aside (document) WHERE waits_for IS NOT NULL;

-- How many more records of a device were set aside than are kept one by one.
CREATE TABLE set_aside_beyond (device BLOB PRIMARY KEY, records INTEGER NOT NULL) WITHOUT ROWID;

-- Records of the log that came in and wait to be taken in, in pieces. tag is the document's in the log;
-- tries counts how often the app died with the record in hand.
CREATE TABLE incoming (
    key INTEGER PRIMARY KEY,
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    device BLOB NOT NULL,
    tag BLOB NOT NULL,
    size INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    record BLOB NOT NULL
);
CREATE INDEX incoming_by_document ON incoming (tries, tag, key, size);
