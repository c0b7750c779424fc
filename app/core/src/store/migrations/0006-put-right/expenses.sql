-- The expense that an amount or reversal belongs to (root; itself for a first amount), and the case it was
-- written in, where that is not the one it is shown under (origin). counted: it stands in lists and sums;
-- not so for the second of two concurrent corrections, and for an amount that was put right in its month.
ALTER TABLE expenses ADD COLUMN root BLOB;
ALTER TABLE expenses ADD COLUMN origin BLOB;
UPDATE expenses SET root = coalesce(reverses, id);
CREATE INDEX expenses_root ON expenses (root);
ALTER TABLE expense_receipts ADD COLUMN origin BLOB;
-- An amount and its reversal in one month have both gone from the lists.
INSERT OR IGNORE INTO to_project (document) SELECT DISTINCT document FROM expenses WHERE reverses IS NOT NULL;
