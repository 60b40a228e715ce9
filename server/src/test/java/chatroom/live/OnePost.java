package chatroom.live;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.reading.Place;
import chatroom.reading.ReadingStore;
import chatroom.reading.Unread;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A room with one post at position 5, which nobody has read. */
final class OnePost implements ReadingStore {
    boolean fails;

    @Override
    public Map<Place, Position> advance(Map<Place, Position> positions) {
        return Map.of();
    }

    @Override
    public Map<AccountId, Position> positions(RoomId room, Collection<AccountId> accounts) {
        return Map.of();
    }

    @Override
    public Position head(RoomId room) {
        return new Position(5);
    }

    @Override
    public List<Post> recentPosts(RoomId room, int limit) {
        if (fails) {
            throw new IllegalStateException("the disk does not answer");
        }
        return List.of(new Post(new Position(5), new AccountId(99)));
    }

    @Override
    public List<Mention> recentMentions(RoomId room, int limit) {
        return List.of();
    }

    @Override
    public Unread count(Place place, Position read) {
        return new Unread(1, 0);
    }
}
