-- Which case says that it is joined into which. A case that is not (any more) has no row.
CREATE TABLE case_joins (
    case_id BLOB PRIMARY KEY,
    into_id BLOB NOT NULL,
    actor TEXT NOT NULL,
    at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX case_joins_into ON case_joins (into_id);

-- The case that stands for this one, and under which its entries are shown (joined).
ALTER TABLE cases ADD COLUMN joined BLOB;
CREATE INDEX cases_joined ON cases (joined) WHERE joined IS NOT NULL;
DROP INDEX cases_effect;
CREATE INDEX cases_effect ON cases (signed_up, first_contact, last_contact, status, id, joined);

-- A fact or trust step is shown with its own case (document) and with the one that stands for it: that row
-- has its own case as origin.
ALTER TABLE safety ADD COLUMN origin BLOB;
ALTER TABLE trust ADD COLUMN origin BLOB;
CREATE INDEX safety_origin ON safety (origin, id) WHERE origin IS NOT NULL;
CREATE INDEX trust_origin ON trust (origin, id) WHERE origin IS NOT NULL;
CREATE INDEX expenses_origin ON expenses (origin) WHERE origin IS NOT NULL;
CREATE INDEX expense_receipts_origin ON expense_receipts (origin) WHERE origin IS NOT NULL;

-- Who removed a case while it was empty, and when; nobody, if it went with an import.
ALTER TABLE withdrawn ADD COLUMN removed_by BLOB;
ALTER TABLE withdrawn ADD COLUMN removed_at INTEGER;
