-- Search rows are made of folded words now (see folding.rs), cut by spaces alone: whatever is no ASCII
-- is of a word, and # begins digits that stand inside a number.
DROP TABLE search_cases;
DROP TABLE search_contacts;
DROP TABLE search_encounters;
CREATE VIRTUAL TABLE search_cases USING fts5 (
    name, rest, content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars '#'", prefix = '1 2'
);
CREATE VIRTUAL TABLE search_contacts USING fts5 (
    name, rest, content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars '#'", prefix = '1 2'
);
CREATE VIRTUAL TABLE search_encounters USING fts5 (
    text, content = '', contentless_delete = 1,
    tokenize = "ascii tokenchars '#'", prefix = '1 2', detail = none
);
-- All words of a case, or of a contact below zero: its own and those of its encounters. Words are only
-- ever added to a row, so what is found here is read over before it is shown.
CREATE VIRTUAL TABLE search_whole USING fts5 (
    text, content = '',
    tokenize = "ascii tokenchars '#'", prefix = '1 2', detail = none, columnsize = 0
);

-- Each word of these tables once: a query lists the words that begin with what was typed, since FTS5
-- returns the rows of words newest first, but collects all rows of a prefix before the first.
CREATE TABLE search_terms (term TEXT PRIMARY KEY) WITHOUT ROWID;

-- What is still to be indexed, a piece at a time: the rows of a table below this key.
CREATE TABLE search_behind (what TEXT PRIMARY KEY, below INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO search_behind SELECT 'names', 0 WHERE EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM contacts);
INSERT INTO search_behind SELECT 'cases', max(key) + 1 FROM cases HAVING count(*) > 0;
INSERT INTO search_behind SELECT 'contacts', max(key) + 1 FROM contacts HAVING count(*) > 0;
INSERT INTO search_behind SELECT 'encounters', max(key) + 1 FROM encounters HAVING count(*) > 0;
UPDATE meta SET value = (SELECT coalesce(max(key), 0) FROM encounters) WHERE key = 'searched_to';
DELETE FROM cases_to_index;

-- An expense is found by its amount.
UPDATE case_texts SET text = text || char(10) || (
    SELECT printf('€ %d,%02d', cents / 100, cents % 100) FROM expenses e
    WHERE e.document = case_texts.case_id AND e.id = case_texts.id)
WHERE part = 'expense' AND EXISTS (
    SELECT 1 FROM expenses e WHERE e.document = case_texts.case_id AND e.id = case_texts.id);
INSERT INTO case_texts
    SELECT document, 'expense', id, printf('€ %d,%02d', cents / 100, cents % 100) FROM expenses
    WHERE reverses IS NULL
    ON CONFLICT DO NOTHING;
