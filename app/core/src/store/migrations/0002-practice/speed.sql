-- The row of encounters that search was told of last: new ones of cases and contacts may wait.
INSERT INTO meta (key, value) SELECT 'searched_to', coalesce(max(key), 0) FROM encounters;
-- How many signals are only here: all that is only here may be very much.
CREATE INDEX unsent_signals ON unsent (part) WHERE part = 'signal';
-- How many contacts a neighbourhood has, and a tag.
CREATE TABLE contact_counts (
    what TEXT NOT NULL,
    word TEXT NOT NULL,
    contacts INTEGER NOT NULL,
    PRIMARY KEY (what, word)
) WITHOUT ROWID;
INSERT INTO contact_counts SELECT 'district', district, count(*) FROM contacts GROUP BY district;
INSERT INTO contact_counts SELECT 'tag', tag, count(*) FROM contact_tags GROUP BY tag;
CREATE TRIGGER district_more AFTER INSERT ON contacts BEGIN
    INSERT INTO contact_counts VALUES ('district', new.district, 1)
    ON CONFLICT DO UPDATE SET contacts = contacts + 1;
END;
CREATE TRIGGER district_less AFTER DELETE ON contacts BEGIN
    UPDATE contact_counts SET contacts = contacts - 1 WHERE what = 'district' AND word = old.district;
    DELETE FROM contact_counts WHERE what = 'district' AND word = old.district AND contacts = 0;
END;
CREATE TRIGGER district_other AFTER UPDATE OF district ON contacts
WHEN old.district != new.district BEGIN
    INSERT INTO contact_counts VALUES ('district', new.district, 1)
    ON CONFLICT DO UPDATE SET contacts = contacts + 1;
    UPDATE contact_counts SET contacts = contacts - 1 WHERE what = 'district' AND word = old.district;
    DELETE FROM contact_counts WHERE what = 'district' AND word = old.district AND contacts = 0;
END;
CREATE TRIGGER tag_more AFTER INSERT ON contact_tags BEGIN
    INSERT INTO contact_counts VALUES ('tag', new.tag, 1)
    ON CONFLICT DO UPDATE SET contacts = contacts + 1;
END;
CREATE TRIGGER tag_less AFTER DELETE ON contact_tags BEGIN
    UPDATE contact_counts SET contacts = contacts - 1 WHERE what = 'tag' AND word = old.tag;
    DELETE FROM contact_counts WHERE what = 'tag' AND word = old.tag AND contacts = 0;
END;
-- The words of names, as text::words cuts and text::fold folds them: row is the key of a case, or a
-- contact's below zero. Search has them too, but there a word that is in no name and in every text
-- takes long.
CREATE TABLE name_words (
    word TEXT NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (word, row)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE names_cut USING fts5 (
    name, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO names_cut (rowid, name) SELECT key, name FROM cases UNION ALL SELECT -key, name FROM contacts;
CREATE VIRTUAL TABLE names_cut_words USING fts5vocab (names_cut, instance);
INSERT INTO name_words SELECT DISTINCT term, doc FROM names_cut_words;
DROP TABLE names_cut_words;
DROP TABLE names_cut;
