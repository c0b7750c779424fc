-- What effect is counted from. signed_up: the day somebody signed the person up, else the day in the
-- case's own number (a UUIDv7 begins with 48 bits of milliseconds). first_contact: the first encounter
-- that was no meeting.
ALTER TABLE cases ADD COLUMN signed_up TEXT;
UPDATE cases SET signed_up = coalesce(reported_on,
  CASE WHEN substr(hex(id), 13, 1) = '7' THEN date((
      (instr('0123456789ABCDEF', substr(hex(id), 1, 1)) - 1) * 17592186044416 +
      (instr('0123456789ABCDEF', substr(hex(id), 2, 1)) - 1) * 1099511627776 +
      (instr('0123456789ABCDEF', substr(hex(id), 3, 1)) - 1) * 68719476736 +
      (instr('0123456789ABCDEF', substr(hex(id), 4, 1)) - 1) * 4294967296 +
      (instr('0123456789ABCDEF', substr(hex(id), 5, 1)) - 1) * 268435456 +
      (instr('0123456789ABCDEF', substr(hex(id), 6, 1)) - 1) * 16777216 +
      (instr('0123456789ABCDEF', substr(hex(id), 7, 1)) - 1) * 1048576 +
      (instr('0123456789ABCDEF', substr(hex(id), 8, 1)) - 1) * 65536 +
      (instr('0123456789ABCDEF', substr(hex(id), 9, 1)) - 1) * 4096 +
      (instr('0123456789ABCDEF', substr(hex(id), 10, 1)) - 1) * 256 +
      (instr('0123456789ABCDEF', substr(hex(id), 11, 1)) - 1) * 16 +
      (instr('0123456789ABCDEF', substr(hex(id), 12, 1)) - 1) * 1
    ) / 1000, 'unixepoch') END);
ALTER TABLE cases ADD COLUMN first_contact INTEGER;
UPDATE cases SET first_contact = (SELECT min(at) FROM encounters e
  WHERE e.document = cases.id AND e.channel != 'meeting');
-- Each holds all that is read of its table: the tables themselves are many times larger.
CREATE INDEX cases_effect ON cases (signed_up, first_contact, last_contact, status, id);
CREATE INDEX closings_effect ON closings (document, at, what, outcome);
CREATE INDEX parties_effect ON parties (document, state);
