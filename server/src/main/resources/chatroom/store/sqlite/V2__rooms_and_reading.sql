-- With the author and the time of a deletion in it, what somebody has not read is counted without reading the rows.
DROP INDEX event_by_room;
CREATE INDEX event_by_room ON event (room, position, kind, author, target);

-- The people of a direct room, by which it is found again: their ids in order.
ALTER TABLE room ADD COLUMN direct_key TEXT;
CREATE UNIQUE INDEX room_by_people ON room (direct_key) WHERE direct_key IS NOT NULL;
CREATE INDEX room_public ON room (id) WHERE visibility = 'public';
CREATE INDEX room_without_members ON room (id) WHERE members = 0;
CREATE INDEX member_with_role ON member (room, role, account) WHERE role <> 'member';

-- The names in use. Two public rooms never have the same; of a private room's name only its members know, so that another
-- room may have it too.
CREATE TABLE room_name_new (
  name_key TEXT    NOT NULL,
  room     INTEGER NOT NULL,
  -- Held for a room that is about to take it.
  reserved INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (name_key, room)
) WITHOUT ROWID;
INSERT INTO room_name_new (name_key, room) SELECT name_key, room FROM room_name;
DROP TABLE room_name;
ALTER TABLE room_name_new RENAME TO room_name;
CREATE INDEX room_name_by_room ON room_name (room);
CREATE INDEX room_name_reserved ON room_name (room) WHERE reserved = 1;

-- The first administrator owns the lobby.
UPDATE room SET creator = coalesce((SELECT min(id) FROM account WHERE role = 'administrator'), 0) WHERE id = 1;

-- Up to where an account has read a room of which it is a member.
CREATE TABLE read_position (
  account  INTEGER NOT NULL,
  room     INTEGER NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (account, room)
) WITHOUT ROWID;
INSERT INTO read_position (account, room, position)
SELECT account, room, coalesce((SELECT max(position) FROM event WHERE event.room = member.room), 0) FROM member;
INSERT INTO read_position (account, room, position)
SELECT id, 1, coalesce((SELECT max(position) FROM event WHERE room = 1), 0) FROM account WHERE true
ON CONFLICT (account, room) DO NOTHING;

-- Which members a post names. Gone with the post, and where an edit names them no more.
CREATE TABLE mention (
  room    INTEGER NOT NULL,
  message INTEGER NOT NULL,
  account INTEGER NOT NULL,
  PRIMARY KEY (room, message, account)
) WITHOUT ROWID;
CREATE INDEX mention_by_account ON mention (account, room, message);
