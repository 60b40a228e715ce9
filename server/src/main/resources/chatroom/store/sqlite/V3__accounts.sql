-- What people are found by beside the username; null for who has no display name.
ALTER TABLE account ADD COLUMN display_name_key TEXT;
UPDATE account SET display_name_key = lower(display_name) WHERE display_name <> '';
CREATE INDEX account_by_display_name ON account (display_name_key) WHERE display_name_key IS NOT NULL;

-- When it was deleted, 0 if it is not. The row stays, without its names, for what refers to it.
ALTER TABLE account ADD COLUMN deleted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX account_administrator ON account (id) WHERE role = 'administrator';

CREATE TABLE invitation (
  code    TEXT    NOT NULL PRIMARY KEY,
  uses    INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  creator INTEGER NOT NULL,
  created INTEGER NOT NULL
) WITHOUT ROWID;

-- Accounts that were deleted, and whose traces in the rooms are still to be cleared up to the head of the log.
CREATE TABLE departure (
  account    INTEGER PRIMARY KEY,
  posts      TEXT    NOT NULL,
  since      INTEGER NOT NULL,
  done_up_to INTEGER NOT NULL DEFAULT 0
);
