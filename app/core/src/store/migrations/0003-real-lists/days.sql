-- Only what somebody wrote down. The day a case was made is reckoned from its number when it is asked: it
-- was kept as a day of UTC, and the night before a day in the Netherlands is not that day.
UPDATE cases SET signed_up = reported_on WHERE signed_up IS NOT reported_on;
