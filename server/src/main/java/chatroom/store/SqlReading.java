package chatroom.store;

import chatroom.AccountId;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.reading.Place;
import chatroom.reading.ReadingStore;
import chatroom.reading.Unread;
import chatroom.room.Reading;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Read positions in SQL, and counts of what came after them. */
public final class SqlReading implements ReadingStore {
    private static final int ACCOUNTS_AT_ONCE = 5_000;

    private final Database database;

    public SqlReading(Database database) {
        this.database = database;
    }

    @Override
    public Map<Place, Position> advance(Map<Place, Position> positions) {
        return database.write(connection -> {
            Map<Place, Position> moved = new HashMap<>();
            try (PreparedStatement update = connection.prepareStatement(
                    "INSERT INTO read_position (position, account, room) VALUES (?, ?, ?) ON CONFLICT (account, room)"
                            + " DO UPDATE SET position = excluded.position WHERE excluded.position > position")) {
                for (Map.Entry<Place, Position> entry : positions.entrySet()) {
                    Place place = entry.getKey();
                    update.setLong(1, entry.getValue().value());
                    update.setLong(2, place.account().value());
                    update.setLong(3, place.room().value());
                    if (update.executeUpdate() > 0) {
                        moved.put(place, entry.getValue());
                    }
                }
            }
            return moved;
        });
    }

    @Override
    public Map<AccountId, Position> positions(RoomId room, Collection<AccountId> accounts) {
        Map<AccountId, Position> positions = HashMap.newHashMap(accounts.size());
        List<AccountId> all = List.copyOf(accounts);
        for (int from = 0; from < all.size(); from += ACCOUNTS_AT_ONCE) {
            String ids = all.subList(from, Math.min(all.size(), from + ACCOUNTS_AT_ONCE)).stream()
                    .map(id -> String.valueOf(id.value()))
                    .collect(Collectors.joining(",", "[", "]"));
            database.read(connection -> Sql.list(
                            connection,
                            "SELECT account, position FROM json_each(?) JOIN read_position"
                                    + " ON read_position.account = json_each.value AND room = ?",
                            row -> Map.entry(new AccountId(row.getLong(1)), new Position(row.getLong(2))),
                            ids,
                            room.value()))
                    .forEach(entry -> positions.put(entry.getKey(), entry.getValue()));
        }
        return positions;
    }

    @Override
    public Position head(RoomId room) {
        return database.read(connection -> SqlMessages.head(connection, room));
    }

    @Override
    public List<Post> recentPosts(RoomId room, int limit) {
        return database.read(connection -> Sql.list(
                        connection,
                        // As far back as whoever counts in the database looks, however many of them are deleted.
                        "SELECT position, author FROM (SELECT position, author, target FROM event WHERE room = ? AND "
                                + EventRow.IS_POST + " ORDER BY position DESC LIMIT ?)"
                                + " WHERE target IS NULL ORDER BY position DESC LIMIT ?",
                        row -> new Post(new Position(row.getLong(1)), new AccountId(row.getLong(2))),
                        room.value(),
                        Reading.LOOKED_AT_MAX,
                        limit)
                .reversed());
    }

    @Override
    public List<Mention> recentMentions(RoomId room, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT account, message FROM mention WHERE room = ? ORDER BY message DESC LIMIT ?",
                row -> new Mention(new AccountId(row.getLong(1)), new Position(row.getLong(2))),
                room.value(),
                limit));
    }

    @Override
    public Unread count(Place place, Position read) {
        return database.read(connection -> Sql.first(
                        connection,
                        RoomRow.COUNT,
                        row -> new Unread(row.getInt("unread"), row.getInt("mentions")),
                        place.account().value(),
                        place.room().value(),
                        read.value())
                .orElseThrow());
    }
}
