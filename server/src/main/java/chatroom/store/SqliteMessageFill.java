package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Fills the rooms of a {@link Population} with messages, one to each room in turn, as in a server whose rooms are equally
 * busy: what lies together in a room lies apart in the file.
 */
public final class SqliteMessageFill {
    private static final int MESSAGES_A_TRANSACTION = 500_000;
    private static final String TEXT =
            "words that somebody said once, and that are as long as a post is, to fill a history " + "with something";

    private final SqliteDatabase database;
    private final Population population;
    private final long now;
    private final long[] heads;

    public SqliteMessageFill(SqliteDatabase database, Population population, long now) {
        this.database = database;
        this.population = population;
        this.now = now;
        this.heads = new long[population.rooms()];
    }

    /** Writes so many in all. May take minutes. Nothing is written where there are no rooms with members. */
    public void write(int count) {
        if (count <= 0 || population.rooms() == 0 || population.roomsEach() == 0) {
            return;
        }
        database.read(connection -> Sql.list(
                connection,
                "SELECT room, max(position) FROM event GROUP BY room",
                row -> heads[row.getInt(1) - Population.FIRST_ROOM] = row.getLong(2)));
        for (int written = 0; written < count; written += MESSAGES_A_TRANSACTION) {
            int from = written;
            int to = Math.min(count, written + MESSAGES_A_TRANSACTION);
            database.write(connection -> {
                write(connection, from, to);
                return to;
            });
        }
    }

    private void write(Connection connection, int from, int to) throws SQLException {
        long position = Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event");
        try (var events = new BulkInsert(connection, "event", EventRow.COLUMNS)) {
            for (int i = from; i < to; i++) {
                int place = i % population.rooms();
                Event event = posted(place, new Position(++position), new Position(heads[place]));
                heads[place] = position;
                events.add((statement, column) -> EventRow.bind(statement, column, event));
            }
        }
    }

    /** By the first member of the room, who is in it in any case. */
    private Event posted(int place, Position position, Position prev) {
        int account = 1 + place % population.accounts();
        return new Event(
                new RoomId(Population.FIRST_ROOM + place),
                position,
                prev,
                now,
                new Author(new AccountId(account), SqlitePopulating.name(account)),
                new Change.Posted(TEXT, null, null, List.of(), 0));
    }
}
