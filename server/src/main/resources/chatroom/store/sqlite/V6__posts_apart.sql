-- Posts have an index apart from what else happens in a room, so that neither a page of them nor a count has to walk over a
-- million people who joined. Each row of the log is still in one index.
CREATE INDEX event_post ON event (room, position, author, target) WHERE kind = 1;
CREATE INDEX event_other ON event (room, position) WHERE kind <> 1;
DROP INDEX event_by_room;
