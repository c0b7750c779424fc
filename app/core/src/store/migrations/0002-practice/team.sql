-- What the team agreed on: the words of view::TeamSetting.
CREATE TABLE team_settings (setting TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
