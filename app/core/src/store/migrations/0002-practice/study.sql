-- Neighbourhood studies. What was said in their interviews stands in encounters, with kind = 5.
CREATE TABLE studies (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    district TEXT NOT NULL,
    question TEXT NOT NULL,
    begun TEXT,
    ended TEXT,
    report TEXT NOT NULL,
    themes TEXT NOT NULL,
    clashes TEXT NOT NULL,
    rev INTEGER NOT NULL
);

CREATE TABLE interviews (
    study BLOB NOT NULL,
    id BLOB NOT NULL,
    role TEXT NOT NULL,
    quotes TEXT NOT NULL,
    contact BLOB,
    signal BLOB,
    PRIMARY KEY (study, id)
) WITHOUT ROWID;

-- Only themes in use, as they are shown.
CREATE TABLE study_marks (
    study BLOB NOT NULL,
    interview BLOB NOT NULL,
    theme TEXT NOT NULL,
    PRIMARY KEY (study, interview, theme)
) WITHOUT ROWID;
