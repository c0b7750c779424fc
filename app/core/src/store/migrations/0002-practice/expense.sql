-- Money spent, and reversals of it: their cents are below zero. counted: of several reversals of one
-- expense only the first counts.
CREATE TABLE expenses (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    cents INTEGER NOT NULL,
    purpose TEXT NOT NULL,
    note TEXT NOT NULL,
    day TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    reverses BLOB,
    counted INTEGER NOT NULL DEFAULT 1,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX expenses_by_day ON expenses (day) WHERE counted;
CREATE INDEX expenses_reversals ON expenses (document, reverses) WHERE reverses IS NOT NULL;

-- Which photos belong to an expense: the one that came with it has its id, later ones have their own.
CREATE TABLE expense_receipts (
    document BLOB NOT NULL,
    expense BLOB NOT NULL,
    id BLOB NOT NULL,
    receipt BLOB NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, expense, id)
) WITHOUT ROWID;
CREATE INDEX expense_receipts_receipt ON expense_receipts (receipt);

-- An expense that is being written, with its photo as it will be kept. Of this phone only.
CREATE TABLE expense_drafts (
    case_id BLOB PRIMARY KEY,
    draft TEXT NOT NULL,
    photo BLOB
) WITHOUT ROWID;
