-- A signal that rests comes back into the inbox on this day. None: it is linked, or rests for good.
ALTER TABLE encounters ADD COLUMN resting_until TEXT;
CREATE INDEX encounters_back ON encounters (resting_until, at) WHERE resting_until IS NOT NULL;
