-- Documents are the truth; everything that is projected from them can be rebuilt at any time.

CREATE TABLE meta (key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;

-- rev counts this phone's changes; acked is the rev that is with the team. logged are the heads the
-- team's log is known to hold.
CREATE TABLE documents (
    id BLOB PRIMARY KEY,
    kind INTEGER NOT NULL,
    heads BLOB NOT NULL,
    logged BLOB NOT NULL,
    rev INTEGER NOT NULL,
    acked INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_unsent ON documents (id) WHERE rev > acked;

-- A document's bytes: n = 0 the saved document, the rest changes made since.
CREATE TABLE chunks (
    document BLOB NOT NULL,
    n INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (document, n)
);

-- Sealed records on their way: sent again byte for byte until they are acknowledged.
CREATE TABLE outbox (
    dev_seq INTEGER PRIMARY KEY,
    document BLOB NOT NULL,
    rev INTEGER NOT NULL,
    heads BLOB NOT NULL,
    record BLOB NOT NULL
);

-- What is only on this phone, a row each: counted often, so kept ready.
CREATE TABLE unsent (
    document BLOB NOT NULL,
    part TEXT NOT NULL,
    id BLOB NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, part, id)
) WITHOUT ROWID;

-- Their number, kept with them: a phone that was never in a team may have very many.
INSERT INTO meta (key, value) VALUES ('unsent', 0);
CREATE TRIGGER unsent_more AFTER INSERT ON unsent BEGIN
    UPDATE meta SET value = value + 1 WHERE key = 'unsent';
END;
CREATE TRIGGER unsent_less AFTER DELETE ON unsent BEGIN
    UPDATE meta SET value = value - 1 WHERE key = 'unsent';
END;

-- Records that could not be taken in; tried again at every sync.
CREATE TABLE set_aside (
    log BLOB NOT NULL,
    seq INTEGER NOT NULL,
    device BLOB NOT NULL,
    reason TEXT NOT NULL,
    record BLOB NOT NULL,
    PRIMARY KEY (log, seq)
);

CREATE TABLE partners (
    device BLOB PRIMARY KEY,
    name TEXT NOT NULL,
    digest BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    equal_at INTEGER
) WITHOUT ROWID;

CREATE TABLE people (id BLOB PRIMARY KEY, name TEXT NOT NULL, actor TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE cases (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    postcode TEXT NOT NULL,
    district TEXT NOT NULL,
    phone TEXT NOT NULL,
    what_matters TEXT NOT NULL,
    does TEXT NOT NULL,
    donts TEXT NOT NULL,
    lead TEXT NOT NULL,
    status TEXT NOT NULL,
    active INTEGER NOT NULL,
    background TEXT NOT NULL,
    sensitive INTEGER NOT NULL,
    reported_by TEXT NOT NULL,
    reported_on TEXT,
    problems TEXT NOT NULL,
    clashes TEXT NOT NULL,
    trust TEXT NOT NULL DEFAULT 'outside',
    last_contact INTEGER,
    rev INTEGER NOT NULL
);
CREATE INDEX cases_listed ON cases (active DESC, last_contact DESC, key);

CREATE TABLE around (
    case_id BLOB NOT NULL,
    contact BLOB NOT NULL,
    note TEXT NOT NULL,
    PRIMARY KEY (case_id, contact)
) WITHOUT ROWID;

CREATE TABLE contacts (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    district TEXT NOT NULL,
    what_for TEXT NOT NULL,
    phone TEXT NOT NULL,
    email TEXT NOT NULL,
    address TEXT NOT NULL,
    note TEXT NOT NULL,
    clashes TEXT NOT NULL,
    last_contact INTEGER,
    rev INTEGER NOT NULL
);
CREATE INDEX contacts_listed ON contacts (district, sort_name);
CREATE INDEX contacts_spoken ON contacts (last_contact) WHERE last_contact IS NOT NULL;

-- Encounters of cases and contacts, and signals. kind is the document's.
CREATE TABLE encounters (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL,
    document BLOB NOT NULL,
    kind INTEGER NOT NULL,
    at INTEGER NOT NULL,
    channel TEXT NOT NULL,
    by BLOB NOT NULL,
    text TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    open INTEGER NOT NULL DEFAULT 0,
    rev INTEGER NOT NULL,
    arrived INTEGER,
    UNIQUE (document, id)
);
CREATE INDEX encounters_timeline ON encounters (document, at, id);
CREATE INDEX encounters_arrived ON encounters (arrived) WHERE arrived IS NOT NULL;
CREATE INDEX encounters_inbox ON encounters (at) WHERE open;

CREATE TABLE signal_links (
    case_id BLOB NOT NULL,
    signal BLOB NOT NULL,
    PRIMARY KEY (case_id, signal)
) WITHOUT ROWID;
CREATE INDEX signal_links_signal ON signal_links (signal);

CREATE TABLE commitments (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    who TEXT NOT NULL,
    due TEXT,
    time TEXT,
    by BLOB NOT NULL,
    made INTEGER NOT NULL,
    done INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;
CREATE INDEX commitments_due ON commitments (due) WHERE NOT done AND due IS NOT NULL;

CREATE TABLE safety (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    text TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    ended INTEGER,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

CREATE TABLE trust (
    document BLOB NOT NULL,
    id BLOB NOT NULL,
    step TEXT NOT NULL,
    by BLOB NOT NULL,
    at INTEGER NOT NULL,
    rev INTEGER NOT NULL,
    PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- Search holds words, not texts: the texts are read from the projections above.
CREATE VIRTUAL TABLE search_cases USING fts5 (
    name, rest, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_contacts USING fts5 (
    name, rest, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2'
);
CREATE VIRTUAL TABLE search_encounters USING fts5 (
    text, content = '', contentless_delete = 1,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2', detail = none
);
