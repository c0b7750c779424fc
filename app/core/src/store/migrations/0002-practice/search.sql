-- Texts of a case that stand in no column of cases, as search finds and shows them: a promise, a
-- safety fact, what any other part of the practice writes. part says whose, id which entry.
CREATE TABLE case_texts (
    case_id BLOB NOT NULL,
    part TEXT NOT NULL,
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (case_id, part, id)
) WITHOUT ROWID;

-- Cases whose search row is behind. Always empty between two transactions.
CREATE TABLE cases_to_index (case_id BLOB PRIMARY KEY) WITHOUT ROWID;

INSERT INTO case_texts SELECT document, 'commitment', id, text || char(10) || who FROM commitments;
INSERT INTO case_texts SELECT document, 'safety', id, text FROM safety;
INSERT INTO cases_to_index SELECT DISTINCT case_id FROM case_texts;

-- Cases by what they are filtered on, in the order of the list.
CREATE INDEX cases_by_district ON cases (district, active, last_contact, key);
CREATE INDEX cases_by_lead ON cases (lead, active, last_contact, key);
-- What a filter asks of the case of an encounter, and what a line of money shows of its case: its row is
-- many times larger.
CREATE INDEX cases_filtered ON cases (id, active, district, lead, name, number);
CREATE TABLE case_problems (
    problem TEXT NOT NULL,
    case_key INTEGER NOT NULL,
    PRIMARY KEY (problem, case_key)
) WITHOUT ROWID;
CREATE INDEX case_problems_of ON case_problems (case_key);
INSERT INTO case_problems SELECT p.value, c.key FROM cases c, json_each(c.problems) p;
