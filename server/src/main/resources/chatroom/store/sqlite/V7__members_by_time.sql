-- Who is there for longest, in a room of any size: whoever inherits it.
CREATE INDEX member_by_time ON member (room, since) WHERE role = 'member';
