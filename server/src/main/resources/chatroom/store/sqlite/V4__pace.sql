-- What people have set; slow_mode is more while the server slows the room down by itself.
ALTER TABLE room ADD COLUMN manual_slow_mode INTEGER NOT NULL DEFAULT 0;
UPDATE room SET manual_slow_mode = slow_mode;
CREATE INDEX room_slowed ON room (id) WHERE slow_mode <> manual_slow_mode;
