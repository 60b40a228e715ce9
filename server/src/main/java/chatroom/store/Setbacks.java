package chatroom.store;

import chatroom.Event;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Where the log's times fall because the server's clock was set back, noted as the log is written. Events that come a little late
 * are not: they are what the clock's own steps are.
 */
final class Setbacks {
    /** In V9__setbacks.sql too. */
    private static final long TOLERANCE_MILLIS = 60_000;

    private long newestAt;

    /** @param newestAt the time of the log's newest event, 0 without one */
    Setbacks(long newestAt) {
        this.newestAt = newestAt;
    }

    static Setbacks of(Connection connection) throws SQLException {
        return new Setbacks(
                Sql.number(connection, "SELECT coalesce((SELECT at FROM event ORDER BY position DESC LIMIT 1), 0)"));
    }

    /** Notes those among new events, in their transaction. */
    void note(Connection connection, List<Event> events) throws SQLException {
        long before = newestAt;
        for (Event event : events) {
            if (event.at() < before - TOLERANCE_MILLIS) {
                Sql.update(
                        connection,
                        "INSERT INTO setback (position) VALUES (?)",
                        event.position().value());
            }
            before = event.at();
        }
    }

    /** These events are in the log for good. */
    void committed(List<Event> events) {
        if (!events.isEmpty()) {
            newestAt = events.getLast().at();
        }
    }

    /** From which positions on, in order. */
    static List<Long> positions(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT position FROM setback ORDER BY position", row -> row.getLong(1));
    }
}
