-- What a clock said that was wrong: `at` is then when it can have been.
ALTER TABLE encounters ADD COLUMN said INTEGER;

-- Documents with a change from the future, until it is noted in them when it came in.
CREATE TABLE ahead (document BLOB PRIMARY KEY) WITHOUT ROWID;

-- Documents whose rows are to be written anew: moments follow what was known since this version.
CREATE TABLE to_project (document BLOB PRIMARY KEY) WITHOUT ROWID;
INSERT INTO to_project SELECT id FROM documents WHERE kind IN (1, 2, 3, 5);
