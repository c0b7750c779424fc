-- Records in conflict are few: each index holds only those.
CREATE INDEX cases_clashing ON cases (id) WHERE clashes != '[]';
CREATE INDEX contacts_clashing ON contacts (id) WHERE clashes != '[]';
CREATE INDEX studies_clashing ON studies (id) WHERE clashes != '[]';
CREATE INDEX parties_clashing ON parties (document) WHERE clash != '[]';
