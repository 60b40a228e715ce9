-- What rooms are found by: their names without regard to case.
ALTER TABLE room ADD COLUMN name_key TEXT NOT NULL DEFAULT '';
UPDATE room SET name_key = coalesce(
  (SELECT name_key FROM room_name WHERE room_name.room = room.id AND reserved = 0), lower(name));
CREATE INDEX room_public_by_name ON room (name_key, id) WHERE visibility = 'public';

-- Three characters and more are found anywhere in the name. Public rooms alone: others are looked for among one's own.
CREATE VIRTUAL TABLE room_search USING fts5 (name_key, content = '', contentless_delete = 1, tokenize = 'trigram');
INSERT INTO room_search (rowid, name_key) SELECT id, name_key FROM room WHERE visibility = 'public';
CREATE TRIGGER room_searched_insert AFTER INSERT ON room WHEN new.visibility = 'public' BEGIN
  INSERT INTO room_search (rowid, name_key) VALUES (new.id, new.name_key);
END;
CREATE TRIGGER room_searched_update AFTER UPDATE OF name_key ON room WHEN new.visibility = 'public' BEGIN
  DELETE FROM room_search WHERE rowid = old.id;
  INSERT INTO room_search (rowid, name_key) VALUES (new.id, new.name_key);
END;
CREATE TRIGGER room_searched_delete AFTER DELETE ON room WHEN old.visibility = 'public' BEGIN
  DELETE FROM room_search WHERE rowid = old.id;
END;
