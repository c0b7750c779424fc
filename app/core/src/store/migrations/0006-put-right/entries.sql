-- Entries that two people moved to different pages: few, and told until somebody settles it.
CREATE INDEX entries_gone_lost ON entries_gone (gone_at) WHERE lost;
