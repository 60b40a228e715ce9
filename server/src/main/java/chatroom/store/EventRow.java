package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Characters;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An event as a row of {@code event}. The numbers of the kinds are on disk and never change. */
final class EventRow {
    static final String COLUMNS =
            "position, room, prev, at, author, author_name, kind, target, text, key, reply_to, detail";
    static final int COLUMN_COUNT = 12;

    static final int POSTED = 1;

    /** Which of two indexes has it, in the words of the indexes: another term would not find them. */
    static final String IS_POST = "kind = " + POSTED;

    static final String IS_NO_POST = "kind <> " + POSTED;

    private static final int EDITED = 2;
    private static final int DELETED = 3;
    private static final int REACTED = 4;
    private static final int UNREACTED = 5;
    private static final int TOPIC = 6;
    private static final int RENAMED = 7;
    private static final int ARCHIVED = 8;
    private static final int JOINED = 9;
    private static final int LEFT = 10;
    private static final int REMOVED = 11;
    private static final int ROLE = 12;
    private static final int SLOW_MODE = 13;
    private static final int SLOW_MODE_ADAPTED = 14;

    /** Those whose {@code target} is an account, and whose {@code text} its name. */
    static final String ABOUT_ACCOUNTS = "(" + JOINED + ", " + LEFT + ", " + REMOVED + ", " + ROLE + ")";

    private EventRow() {}

    /** The newest position of a room as a term, 0 for none. @param room as a term or a parameter */
    static String newest(String room) {
        String position = "coalesce((SELECT max(position) FROM event WHERE event.room = " + room + " AND ";
        return "max(" + position + IS_POST + "), 0), " + position + IS_NO_POST + "), 0))";
    }

    /** What differs from kind to kind; each of the last five may be null. */
    private record Body(
            int kind,
            @Nullable Long target,
            @Nullable String text,
            @Nullable String key,
            @Nullable Long replyTo,
            @Nullable String detail) {
        static Body of(int kind, Position target, @Nullable String text) {
            return new Body(kind, target.value(), text, null, null, null);
        }

        static Body of(int kind, String text) {
            return new Body(kind, null, text, null, null, null);
        }

        static Body of(int kind, Author account, @Nullable MemberRole role) {
            return new Body(
                    kind, account.id().value(), account.name(), null, null, role == null ? null : role.wireName());
        }
    }

    /** Sets the parameters of one row, the first of them at {@code from}. */
    static void bind(PreparedStatement statement, int from, Event event) throws SQLException {
        Body body = body(event.change());
        statement.setLong(from, event.position().value());
        statement.setLong(from + 1, event.room().value());
        statement.setLong(from + 2, event.prev().value());
        statement.setLong(from + 3, event.at());
        statement.setLong(from + 4, event.author().id().value());
        statement.setString(from + 5, event.author().name());
        statement.setInt(from + 6, body.kind());
        statement.setObject(from + 7, body.target());
        statement.setString(from + 8, body.text());
        statement.setString(from + 9, body.key());
        statement.setObject(from + 10, body.replyTo());
        statement.setString(from + 11, body.detail());
    }

    /** Reads a row that has {@link #COLUMNS}. */
    static Event read(ResultSet row) throws SQLException {
        var author = new Author(new AccountId(row.getLong("author")), authorName(row));
        return new Event(
                new RoomId(row.getLong("room")),
                new Position(row.getLong("position")),
                new Position(row.getLong("prev")),
                row.getLong("at"),
                author,
                change(row));
    }

    static String authorName(ResultSet row) throws SQLException {
        return Objects.requireNonNull(Sql.text(row, "author_name"), "a row without its author's name");
    }

    /** About how many bytes the event has in JSON. */
    static long weight(Event event) {
        String name = event.author().name();
        return switch (event.change()) {
            case Change.Posted posted -> weight(name, posted.key(), posted.text());
            case Change.Edited edited -> weight(name, edited.text());
            case Change.Deleted _,
                    Change.Reacted _,
                    Change.Unreacted _,
                    Change.TopicSet _,
                    Change.Renamed _,
                    Change.Archived _,
                    Change.SlowModeSet _,
                    Change.SlowModeAdapted _,
                    Change.Joined _,
                    Change.Left _,
                    Change.Removed _,
                    Change.RoleSet _ -> weight(name);
        };
    }

    /** Of texts, and a little for the rest. */
    static long weight(@Nullable String... texts) {
        long bytes = 256;
        for (String text : texts) {
            bytes += text == null ? 0 : Characters.jsonLength(text);
        }
        return bytes;
    }

    private static Body body(Change change) {
        return switch (change) {
            case Change.Posted posted ->
                new Body(
                        POSTED,
                        posted.deleted() == 0 ? null : posted.deleted(),
                        posted.text(),
                        posted.key(),
                        posted.replyTo() == null ? null : posted.replyTo().value(),
                        attachments(posted.attachments()));
            case Change.Edited edited -> Body.of(EDITED, edited.id(), edited.text());
            case Change.Deleted deleted ->
                new Body(
                        DELETED,
                        deleted.id().value(),
                        null,
                        null,
                        null,
                        String.valueOf(deleted.writer().value()));
            case Change.Reacted reacted -> Body.of(REACTED, reacted.id(), reacted.emoji());
            case Change.Unreacted unreacted -> Body.of(UNREACTED, unreacted.id(), unreacted.emoji());
            case Change.TopicSet set -> Body.of(TOPIC, set.topic());
            case Change.Renamed renamed -> Body.of(RENAMED, renamed.name());
            case Change.Archived archived -> Body.of(ARCHIVED, new Position(archived.archived() ? 1 : 0), null);
            case Change.SlowModeSet set -> Body.of(SLOW_MODE, new Position(set.seconds()), null);
            case Change.SlowModeAdapted(Pace before, int seconds) ->
                new Body(SLOW_MODE_ADAPTED, (long) seconds, null, null, null, before.seconds() + "," + before.manual());
            case Change.Joined joined -> Body.of(JOINED, joined.account(), joined.role());
            case Change.Left left -> Body.of(LEFT, left.account(), null);
            case Change.Removed removed -> Body.of(REMOVED, removed.account(), null);
            case Change.RoleSet set -> Body.of(ROLE, set.account(), set.role());
        };
    }

    private static Change change(ResultSet row) throws SQLException {
        var target = new Position(row.getLong("target"));
        String text = Objects.requireNonNullElse(Sql.text(row, "text"), "");
        int kind = row.getInt("kind");
        return switch (kind) {
            case POSTED ->
                new Change.Posted(
                        text, Sql.text(row, "key"), replyTo(row), attachments(Sql.text(row, "detail")), target.value());
            case EDITED -> new Change.Edited(target, text);
            case DELETED -> new Change.Deleted(target, new AccountId(Long.parseLong(row.getString("detail"))));
            case REACTED -> new Change.Reacted(target, text);
            case UNREACTED -> new Change.Unreacted(target, text);
            case TOPIC -> new Change.TopicSet(text);
            case RENAMED -> new Change.Renamed(text);
            case ARCHIVED -> new Change.Archived(target.value() == 1);
            case SLOW_MODE -> new Change.SlowModeSet((int) target.value());
            case SLOW_MODE_ADAPTED -> new Change.SlowModeAdapted(pace(row.getString("detail")), (int) target.value());
            case JOINED -> new Change.Joined(account(target, text), role(row.getString("detail")));
            case LEFT -> new Change.Left(account(target, text));
            case REMOVED -> new Change.Removed(account(target, text));
            case ROLE -> new Change.RoleSet(account(target, text), role(row.getString("detail")));
            default -> throw new SQLException("an event of kind " + kind + " is not known to this version");
        };
    }

    static @Nullable Position replyTo(ResultSet row) throws SQLException {
        long replyTo = row.getLong("reply_to");
        return row.wasNull() ? null : new Position(replyTo);
    }

    static List<Long> attachments(@Nullable String ids) {
        return ids == null
                ? List.of()
                : Arrays.stream(ids.split(",", -1)).map(Long::valueOf).toList();
    }

    static MemberRole role(String wireName) {
        return MemberRole.named(wireName).orElseThrow(() -> new IllegalArgumentException("no role " + wireName));
    }

    private static @Nullable String attachments(List<Long> ids) {
        return ids.isEmpty() ? null : ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static Pace pace(String detail) {
        String[] parts = detail.split(",", -1);
        return new Pace(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    private static Author account(Position id, String name) {
        return new Author(new AccountId(id.value()), name);
    }
}
