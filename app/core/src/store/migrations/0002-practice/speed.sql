-- The row of encounters that search was told of last: new ones of cases and contacts may wait.
INSERT INTO meta (key, value) SELECT 'searched_to', coalesce(max(key), 0) FROM encounters;
-- How many signals are only here: all that is only here may be very much.
CREATE INDEX unsent_signals ON unsent (part) WHERE part = 'signal';
