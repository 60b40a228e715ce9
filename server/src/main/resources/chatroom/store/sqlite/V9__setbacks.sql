-- Positions from which on the log's times are earlier than before them, by more than a minute: where the server's clock was set
-- back. Between two of them a time is found by halving.
CREATE TABLE setback (position INTEGER PRIMARY KEY);
INSERT INTO setback (position)
SELECT position FROM (SELECT position, at, lag(at, 1, 0) OVER (ORDER BY position) AS before FROM event)
WHERE at < before - 60000;

-- Who is banned from the lobby is not counted among its members.
UPDATE room SET members = members - (
  SELECT count(*) FROM member JOIN account ON account.id = member.account
  WHERE member.room = 1 AND member.role = 'banned' AND account.deleted = 0)
WHERE id = 1;
