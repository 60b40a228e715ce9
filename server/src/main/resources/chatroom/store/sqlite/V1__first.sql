-- The log of all rooms: only ever appended to, but for texts of deleted messages, which are emptied.
CREATE TABLE event (
  position    INTEGER PRIMARY KEY,
  room        INTEGER NOT NULL,
  prev        INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  author      INTEGER NOT NULL,
  author_name TEXT    NOT NULL,
  kind        INTEGER NOT NULL,
  target      INTEGER,
  text        TEXT,
  key         TEXT,
  reply_to    INTEGER,
  detail      TEXT
);
-- The kind is in it so that a page of posts is found without reading what lies between them.
CREATE INDEX event_by_room ON event (room, position, kind);

-- What became of the few messages that were touched after they were posted.
CREATE TABLE amendment (
  message INTEGER PRIMARY KEY,
  version INTEGER NOT NULL,
  text    TEXT,
  edited  INTEGER NOT NULL DEFAULT 0,
  deleted INTEGER NOT NULL DEFAULT 0,
  -- The position of the newest edit, the only one that keeps its text in the log.
  last_edit INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE reaction (
  message INTEGER NOT NULL,
  emoji   TEXT    NOT NULL,
  account INTEGER NOT NULL,
  PRIMARY KEY (message, emoji, account)
) WITHOUT ROWID;

CREATE TABLE account (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  username      TEXT    NOT NULL,
  username_key  TEXT    NOT NULL UNIQUE,
  display_name  TEXT    NOT NULL,
  role          TEXT    NOT NULL,
  password_hash TEXT    NOT NULL,
  suspended     INTEGER NOT NULL DEFAULT 0,
  created       INTEGER NOT NULL
);
CREATE TABLE session (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  account    INTEGER NOT NULL REFERENCES account (id),
  token_hash BLOB    NOT NULL UNIQUE,
  created    INTEGER NOT NULL,
  seen       INTEGER NOT NULL,
  agent      TEXT    NOT NULL,
  address    TEXT    NOT NULL
);
CREATE INDEX session_by_account ON session (account);

CREATE TABLE room (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT    NOT NULL,
  topic      TEXT    NOT NULL,
  visibility TEXT    NOT NULL,
  archived   INTEGER NOT NULL DEFAULT 0,
  slow_mode  INTEGER NOT NULL DEFAULT 0,
  members    INTEGER NOT NULL DEFAULT 0,
  creator    INTEGER NOT NULL,
  created    INTEGER NOT NULL
);
-- The names in use: a room has its name here while it is not archived.
CREATE TABLE room_name (
  name_key TEXT    NOT NULL PRIMARY KEY,
  room     INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE member (
  room    INTEGER NOT NULL,
  account INTEGER NOT NULL,
  role    TEXT    NOT NULL,
  since   INTEGER NOT NULL,
  PRIMARY KEY (room, account)
) WITHOUT ROWID;
CREATE INDEX member_by_account ON member (account, room);

-- What is one of its kind: the log's epoch.
CREATE TABLE fact (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO fact (name, value) VALUES ('epoch', lower(hex(randomblob(8))));

INSERT INTO room (id, name, topic, visibility, creator, created)
VALUES (1, 'lobby', '', 'public', 0, CAST(strftime('%s', 'now') AS INTEGER) * 1000);
INSERT INTO room_name (name_key, room) VALUES ('lobby', 1);
