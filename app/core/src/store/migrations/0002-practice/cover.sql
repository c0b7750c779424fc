-- What the person is called to their face; who fills in, until which day (may be empty); the crisis card
-- as JSON; until which day nobody asks how to go on.
ALTER TABLE cases ADD COLUMN called TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN cover TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN cover_until TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN crisis TEXT NOT NULL DEFAULT '{}';
ALTER TABLE cases ADD COLUMN weeks_quiet TEXT NOT NULL DEFAULT '';
-- Who ended a safety fact.
ALTER TABLE safety ADD COLUMN ended_by BLOB;
