-- What a contact is good with: a word each.
CREATE TABLE contact_tags (
    tag TEXT NOT NULL,
    contact INTEGER NOT NULL,
    PRIMARY KEY (tag, contact)
) WITHOUT ROWID;
CREATE INDEX contact_tags_of ON contact_tags (contact);
