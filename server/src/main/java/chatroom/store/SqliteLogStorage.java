package chatroom.store;

import chatroom.Event;
import chatroom.Position;
import chatroom.log.LogStorage;
import chatroom.log.RoomMemory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The log in the embedded database: batches on its writer's thread, many rows a statement. */
public final class SqliteLogStorage implements LogStorage {
    private static final int ROWS_A_STATEMENT = 32;
    private static final String ONE = insertSql(1);
    private static final String MANY = insertSql(ROWS_A_STATEMENT);

    private final SqliteWriter writer;
    private final KeyIndex keys;
    private final RoomMemory memory;
    private final Position head;
    private final String epoch;

    // Only the writer's thread touches these.
    private final Setbacks setbacks;
    private @Nullable Connection current;

    public SqliteLogStorage(SqliteDatabase database, KeyIndex keys) {
        this.writer = database.writer();
        this.keys = keys;
        this.memory = new SqliteRoomMemory(this::connection, keys);
        this.head = database.read(
                connection -> new Position(Sql.number(connection, "SELECT coalesce(max(position), 0) FROM event")));
        this.epoch = database.read(SqliteLogStorage::epoch);
        this.setbacks = database.read(Setbacks::of);
    }

    static String epoch(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT value FROM fact WHERE name = 'epoch'", row -> row.getString(1))
                .orElseThrow();
    }

    @Override
    public Position head() {
        return head;
    }

    @Override
    public RoomMemory memory() {
        return memory;
    }

    @Override
    public Position keysKnownUpTo() {
        return keys.knownUpTo();
    }

    @Override
    public String epoch() {
        return epoch;
    }

    @Override
    public void submit(Batch batch) {
        writer.submit(new SqliteWriter.Task() {
            private List<Event> events = List.of();

            @Override
            public void run(Connection connection) throws SQLException {
                current = connection;
                events = batch.decide();
                insert(connection, events);
                setbacks.note(connection, events);
                for (Event event : events) {
                    RoomProjection.apply(connection, event);
                }
            }

            @Override
            public int sharers() {
                return events.size();
            }

            @Override
            public void committed() {
                setbacks.committed(events);
                if (!events.isEmpty()) {
                    keys.committed(events);
                }
                batch.committed();
            }

            @Override
            public void failed(Throwable cause) {
                batch.failed(cause);
            }
        });
    }

    private Connection connection() {
        if (current == null) {
            throw new IllegalStateException("asked outside a batch");
        }
        return current;
    }

    private static void insert(Connection connection, List<Event> events) throws SQLException {
        int written = 0;
        while (events.size() - written >= ROWS_A_STATEMENT) {
            insert(connection, MANY, events.subList(written, written + ROWS_A_STATEMENT));
            written += ROWS_A_STATEMENT;
        }
        for (Event event : events.subList(written, events.size())) {
            insert(connection, ONE, List.of(event));
        }
    }

    private static void insert(Connection connection, String sql, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < events.size(); i++) {
                EventRow.bind(statement, 1 + i * EventRow.COLUMN_COUNT, events.get(i));
            }
            statement.executeUpdate();
        }
    }

    private static String insertSql(int rows) {
        String row = IntStream.range(0, EventRow.COLUMN_COUNT)
                .mapToObj(i -> "?")
                .collect(Collectors.joining(", ", "(", ")"));
        return "INSERT INTO event (" + EventRow.COLUMNS + ") VALUES "
                + IntStream.range(0, rows).mapToObj(i -> row).collect(Collectors.joining(", "));
    }
}
