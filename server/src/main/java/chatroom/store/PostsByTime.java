package chatroom.store;

import chatroom.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds where a room's posts pass a time, by halving between the places where the clock was set back. */
record PostsByTime(Connection connection, RoomId room) {
    private record Post(long position, long at) {}

    /** The position before the first post, in the log's order, that is not earlier than a time; behind all without one. */
    long before(long time) throws SQLException {
        List<Long> ends = new ArrayList<>(Setbacks.positions(connection));
        ends.add(Long.MAX_VALUE);
        long before = 0;
        for (long end : ends) {
            Optional<Post> last = lastUpTo(end - 1).filter(isBehind(before));
            if (last.isPresent() && last.get().at() >= time) {
                return halved(before, last.get().position(), time);
            }
            before = end - 1;
        }
        return before;
    }

    /**
     * @param before every post up to here is out of the question
     * @param notBefore a post that is not earlier than the time
     */
    private long halved(long before, long notBefore, long time) throws SQLException {
        long low = before;
        long high = notBefore;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            Optional<Post> last = lastUpTo(middle).filter(isBehind(low));
            if (last.isPresent() && last.get().at() >= time) {
                high = last.get().position();
            } else {
                low = middle;
            }
        }
        return low;
    }

    private static Predicate<Post> isBehind(long position) {
        return post -> post.position() > position;
    }

    private Optional<Post> lastUpTo(long position) throws SQLException {
        return Sql.first(
                connection,
                "SELECT position, at FROM event WHERE room = ? AND position <= ? AND " + EventRow.IS_POST
                        + " ORDER BY position DESC LIMIT 1",
                row -> new Post(row.getLong("position"), row.getLong("at")),
                room.value(),
                position);
    }
}
