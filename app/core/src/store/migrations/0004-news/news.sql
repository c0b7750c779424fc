-- What colleagues changed in cases, to be told until the day is closed. One row per entry or field: part is
-- its key in the document, and a field has the id of the case. what: what happened to it last. by: a person,
-- or the device of one who is not known yet. arrived: the generation. What an entry says is read from its own
-- row. Of this phone only. Encounters have no row here: they hold when they arrived.
CREATE TABLE news (
    document BLOB NOT NULL,
    part TEXT NOT NULL,
    id BLOB NOT NULL,
    what TEXT NOT NULL,
    by BLOB NOT NULL,
    arrived INTEGER NOT NULL,
    PRIMARY KEY (document, part, id)
) WITHOUT ROWID;
CREATE INDEX news_arrived ON news (part, arrived);
-- Whether a signal came out of an interview.
CREATE INDEX interviews_signal ON interviews (signal) WHERE signal IS NOT NULL;
-- What had arrived when news was last on the screen: all of it, on a phone that did not keep this.
INSERT INTO meta (key, value) SELECT 'news_shown', value FROM meta WHERE key = 'closed_generation';
