package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.message.EventPage;
import chatroom.message.Message;
import chatroom.message.MessagePage;
import chatroom.message.MessageStore;
import chatroom.message.Window;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The log read back from SQL: posts with what became of them, and plain events. */
public final class SqlMessages implements MessageStore {
    private static final String SELECT = "SELECT position, at, author, author_name, event.text AS posted_text, key,"
            + " reply_to, detail, version, amendment.text AS new_text, edited, deleted"
            + " FROM event LEFT JOIN amendment ON amendment.message = event.position"
            + " WHERE room = ? AND " + EventRow.IS_POST;

    /**
     * Of one answer, in bytes of JSON at the most: 8,000 letters may have 32,000, and an answer 1,000 events. A slow line
     * carries it before a client takes it for lost.
     */
    private static final long WEIGHT_MAX = 1024 * 1024;

    private static final String AFTER = "SELECT position FROM event WHERE room = ?1 AND position > ?2 AND ";
    private static final String NEXT = " ORDER BY position LIMIT ?3";

    private final Database database;
    private final KeyIndex keys;

    public SqlMessages(Database database, KeyIndex keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public MessagePage page(RoomId room, AccountId reader, Window window, int limit) {
        return database.read(connection -> {
            Position asOf = head(connection, room);
            MessagePage page = switch (window) {
                case Window.Newest _ -> older(connection, room, Long.MAX_VALUE, limit, asOf);
                case Window.Before(var position) -> older(connection, room, position.value(), limit, asOf);
                case Window.After(var position) -> newer(connection, room, position.value(), limit, asOf);
                case Window.Around(var position) -> around(connection, room, position, limit, asOf);
                case Window.Since(var time) ->
                    newer(connection, room, new PostsByTime(connection, room).before(time), limit, asOf);
            };
            return new MessagePage(
                    withReactions(connection, reader, page.messages()), page.moreBefore(), page.moreAfter(), asOf);
        });
    }

    @Override
    public Optional<Message> find(RoomId room, AccountId reader, Position id) {
        return database.read(connection -> find(connection, room, reader, id));
    }

    @Override
    public Optional<Message> findByKey(RoomId room, AccountId author, String key) {
        Position newest = database.read(connection -> head(connection, room));
        return keys.find(room, author, key, newest).flatMap(id -> find(room, author, id));
    }

    @Override
    public EventPage events(RoomId room, Position after, int limit) {
        return database.read(connection -> {
            Position asOf = head(connection, room);
            Sql.Cut<Event> found = Sql.listUpTo(
                    connection,
                    "SELECT " + EventRow.COLUMNS + " FROM event WHERE position IN (SELECT position FROM ("
                            + "SELECT * FROM (" + AFTER + EventRow.IS_POST + NEXT + ") UNION ALL SELECT * FROM ("
                            + AFTER
                            + EventRow.IS_NO_POST + NEXT + "))" + NEXT + ") ORDER BY position",
                    EventRow::read,
                    EventRow::weight,
                    WEIGHT_MAX,
                    room.value(),
                    after.value(),
                    limit + 1);
            List<Event> events = found.rows();
            boolean complete = !found.cut() && events.size() <= limit;
            return new EventPage(events.subList(0, Math.min(limit, events.size())), complete, asOf);
        });
    }

    private static Optional<Message> find(Connection connection, RoomId room, AccountId reader, Position id)
            throws SQLException {
        List<Message> found =
                Sql.list(connection, SELECT + " AND position = ?", row -> read(room, row), room.value(), id.value());
        return withReactions(connection, reader, found).stream().findFirst();
    }

    static Position head(Connection connection, RoomId room) throws SQLException {
        return new Position(Sql.number(connection, "SELECT " + EventRow.newest("?1"), room.value()));
    }

    private static MessagePage older(Connection connection, RoomId room, long before, int limit, Position asOf)
            throws SQLException {
        Sql.Cut<Message> found = Sql.listUpTo(
                connection,
                SELECT + " AND position < ? ORDER BY position DESC LIMIT ?",
                row -> read(room, row),
                SqlMessages::weight,
                WEIGHT_MAX,
                room.value(),
                before,
                limit + 1);
        List<Message> newestFirst = found.rows();
        boolean more = found.cut() || newestFirst.size() > limit;
        List<Message> messages =
                newestFirst.subList(0, Math.min(limit, newestFirst.size())).reversed();
        return new MessagePage(messages, more, before <= asOf.value() && exists(connection, room, before), asOf);
    }

    private static MessagePage newer(Connection connection, RoomId room, long after, int limit, Position asOf)
            throws SQLException {
        Sql.Cut<Message> found = Sql.listUpTo(
                connection,
                SELECT + " AND position > ? ORDER BY position LIMIT ?",
                row -> read(room, row),
                SqlMessages::weight,
                WEIGHT_MAX,
                room.value(),
                after,
                limit + 1);
        List<Message> oldestFirst = found.rows();
        boolean more = found.cut() || oldestFirst.size() > limit;
        boolean older = Sql.first(
                        connection,
                        "SELECT 1 FROM event WHERE room = ? AND position <= ? AND " + EventRow.IS_POST + " LIMIT 1",
                        row -> true,
                        room.value(),
                        after)
                .isPresent();
        return new MessagePage(oldestFirst.subList(0, Math.min(limit, oldestFirst.size())), older, more, asOf);
    }

    private static MessagePage around(Connection connection, RoomId room, Position middle, int limit, Position asOf)
            throws SQLException {
        int half = Math.max(1, limit / 2);
        MessagePage older = older(connection, room, middle.value() + 1, half, asOf);
        List<Message> messages = new ArrayList<>(older.messages());
        if (limit == 1 && !messages.isEmpty()) {
            return older;
        }
        MessagePage newer = newer(connection, room, middle.value(), limit - half, asOf);
        messages.addAll(newer.messages());
        return new MessagePage(messages, older.moreBefore(), newer.moreAfter(), asOf);
    }

    /** Whether there is a post at or after a position. */
    private static boolean exists(Connection connection, RoomId room, long from) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT 1 FROM event WHERE room = ? AND position >= ? AND " + EventRow.IS_POST + " LIMIT 1",
                        row -> true,
                        room.value(),
                        from)
                .isPresent();
    }

    private static Message read(RoomId room, ResultSet row) throws SQLException {
        var id = new Position(row.getLong("position"));
        long version = row.getLong("version");
        // Most are as they were posted, and a column costs as much where it is null.
        boolean touched = version != 0;
        String newText = touched ? Sql.text(row, "new_text") : null;
        return new Message(
                id,
                touched ? new Position(version) : id,
                room,
                new Author(new AccountId(row.getLong("author")), EventRow.authorName(row)),
                row.getLong("at"),
                newText != null ? newText : Objects.requireNonNullElse(Sql.text(row, "posted_text"), ""),
                Sql.text(row, "key"),
                EventRow.replyTo(row),
                EventRow.attachments(Sql.text(row, "detail")),
                touched ? row.getLong("edited") : 0,
                touched ? row.getLong("deleted") : 0,
                List.of());
    }

    private static long weight(Message message) {
        return EventRow.weight(message.author().name(), message.key(), message.text());
    }

    /** Adds who reacted how; only touched messages are asked for. */
    private static List<Message> withReactions(Connection connection, AccountId reader, List<Message> messages)
            throws SQLException {
        List<Message> complete = new ArrayList<>(messages.size());
        for (Message message : messages) {
            complete.add(message.version().equals(message.id()) ? message : withReactions(connection, reader, message));
        }
        return complete;
    }

    private static Message withReactions(Connection connection, AccountId reader, Message message) throws SQLException {
        List<Message.Reaction> reactions = Sql.list(
                connection,
                "SELECT emoji, count(*) AS many, max(account = ?) AS mine FROM reaction WHERE message = ?"
                        + " GROUP BY emoji ORDER BY emoji",
                row -> new Message.Reaction(row.getString("emoji"), row.getInt("many"), row.getBoolean("mine")),
                reader.value(),
                message.id().value());
        return message.with(reactions);
    }
}
