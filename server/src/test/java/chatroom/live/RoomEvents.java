package chatroom.live;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import java.util.List;

/** The events of a room, one after the other, with gaps between their positions. */
final class RoomEvents {
    static final RoomId ROOM = new RoomId(7);

    private long last;

    Event post(long author) {
        return post(author, "a text");
    }

    Event post(long author, String text) {
        return event(author, new Change.Posted(text, null, null, List.of()));
    }

    Event edit(long author) {
        return event(author, new Change.Edited(new Position(1), "another text"));
    }

    private Event event(long author, Change change) {
        var prev = new Position(last);
        last += 3;
        return new Event(ROOM, new Position(last), prev, 0, new Author(new AccountId(author), "name"), change);
    }
}
