-- Which of its notes a colleague's phone sent last, when by its own clock, and whose phone it is: a
-- server may bring back an old note or hold one back.
ALTER TABLE partners ADD COLUMN counter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partners ADD COLUMN said_at INTEGER;
ALTER TABLE partners ADD COLUMN person BLOB;
