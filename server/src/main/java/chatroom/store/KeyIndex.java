package chatroom.store;

import chatroom.AccountId;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.log.SeenKey;
import chatroom.log.TextDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/**
 * Which keys were used in the last seven days, in a file of its own that follows the log: what is posted does not wait for
 * it. The file can be lost without harm; it is made again from the log.
 */
public final class KeyIndex implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyIndex.class);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int STEPS_BETWEEN_PRUNING = 200;

    /**
     * So that many small commits of the log make one here, and a page that many keys come to is written once for all of them;
     * whoever asks for a newer key does not wait for it.
     */
    private static final Duration REST = Duration.ofMillis(500);

    private final SqliteDatabase database;
    private final SqliteWriter writer;
    private final Connection reader;
    private final Connection foldReader;
    private final InstantSource clock;
    private final KeyFeed feed = new KeyFeed();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private volatile Position knownUpTo;
    private volatile boolean closing;
    private int stepsUntilPruning = 1;

    /** Opens the index and lets it follow up to the log's head before it returns. */
    public KeyIndex(DataFolder folder, SqliteDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        var file = new SqliteFile(folder.file("keys.db"));
        try (var opening = new Opening()) {
            Connection connection = opening.add(openOrRemake(file, database.read(SqliteLogStorage::epoch)));
            this.knownUpTo = new Position(Sql.number(connection, "SELECT position FROM progress"));
            this.writer = opening.add(new SqliteWriter(connection, "chatroom-keys"));
            this.reader = opening.add(file.openReader());
            this.foldReader = opening.add(file.openReader());
            followFirst();
            this.thread = opening.done(
                    Thread.ofPlatform().name("chatroom-keys-follower").start(this::work));
        } catch (SQLException e) {
            throw new DataFolder.Unusable("the index of keys can't be opened: " + e.getMessage(), e);
        }
    }

    private void followFirst() {
        try {
            follow();
        } catch (RuntimeException e) {
            throw new DataFolder.Unusable("the index of keys can't be written: " + e.getCause(), e);
        }
    }

    /** A file that can't be read is no loss: it is made again from the log. */
    private static Connection openOrRemake(SqliteFile file, String epoch) throws SQLException {
        try {
            return open(file, epoch);
        } catch (SQLException e) {
            LOG.warn("the index of keys is made again, for it can't be read: {}", e.getMessage());
            file.delete();
            return open(file, epoch);
        }
    }

    private static Connection open(SqliteFile file, String epoch) throws SQLException {
        try (var opening = new Opening()) {
            Connection connection = opening.add(file.openWriter(SynchronousMode.NORMAL));
            createTables(connection);
            startOverUnlessOf(epoch, connection);
            return opening.done(connection);
        }
    }

    /** The day that a key was used on is in its index, so that the keys of today stand together. */
    private static long day(long at) {
        return Math.floorDiv(at, Duration.ofDays(1).toMillis());
    }

    /** Every key of an event up to here is known. */
    Position knownUpTo() {
        return knownUpTo;
    }

    /** Takes note of what the log has committed, in its order. Does not block. */
    void committed(List<Event> events) {
        boolean urgent = feed.add(events);
        if (news.availablePermits() == 0) {
            news.release();
        }
        if (urgent) {
            LockSupport.unpark(thread);
        }
    }

    /** The author's newest keys, oldest first. */
    List<SeenKey> newest(RoomId room, AccountId author, int limit) {
        return asked(
                foldReader,
                connection -> Sql.list(
                                connection,
                                "SELECT key, position, at, digest FROM seen_key"
                                        + " WHERE room = ? AND author = ? ORDER BY position DESC LIMIT ?",
                                row -> new SeenKey(
                                        row.getString("key"),
                                        new Position(row.getLong("position")),
                                        row.getLong("at"),
                                        row.getLong("digest")),
                                room.value(),
                                author.value(),
                                limit)
                        .reversed());
    }

    /** The position of the author's newest post under a key, once everything up to {@code head} is indexed. */
    Optional<Position> find(RoomId room, AccountId author, String key, Position head) {
        if (head.isAfter(knownUpTo)) {
            tryToFollow();
        }
        Position indexed = knownUpTo;
        if (head.isAfter(indexed)) {
            // Just committed, and not yet heard of; or the index can't be written, and nothing much can have been
            // posted since.
            Optional<Position> behind = inLog(room, author, key, indexed);
            if (behind.isPresent()) {
                return behind;
            }
        }
        long today = day(clock.millis());
        return asked(reader, connection -> {
            Optional<Position> found = findWithin(connection, today, room, author, key);
            if (found.isPresent()) {
                return found;
            }
            // A clock that was set back does not make what was posted before it unknown.
            long newest = Sql.number(connection, "SELECT max(day) FROM seen_key");
            return newest > today ? findWithin(connection, newest, room, author, key) : found;
        });
    }

    /** In the days that keys are kept for, up to one and the day after it. */
    private static Optional<Position> findWithin(
            Connection connection, long day, RoomId room, AccountId author, String key) throws SQLException {
        Optional<Position> found = Optional.empty();
        for (long on = day + 1; on >= day - KEPT.toDays() && found.isEmpty(); on--) {
            found = Sql.first(
                    connection,
                    "SELECT position FROM seen_key WHERE day = ? AND key = ? AND room = ? AND author = ?"
                            + " ORDER BY position DESC LIMIT 1",
                    row -> new Position(row.getLong(1)),
                    on,
                    key,
                    room.value(),
                    author.value());
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        news.release();
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        writer.close();
        reader.close();
        foldReader.close();
    }

    private void work() {
        while (!closing) {
            news.acquireUninterruptibly();
            tryToFollow();
            if (!closing) {
                LockSupport.parkNanos(REST.toNanos());
            }
        }
    }

    /** What fails now is done at the next post, or when the next key is asked for. */
    private void tryToFollow() {
        try {
            follow();
        } catch (RuntimeException e) {
            LOG.debug("the index of keys can't follow the log: {}", e.toString());
        }
    }

    private Optional<Position> inLog(RoomId room, AccountId author, String key, Position after) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT position FROM event WHERE position > ? AND key = ? AND room = ? AND author = ?"
                        + " ORDER BY position DESC LIMIT 1",
                row -> new Position(row.getLong(1)),
                after.value(),
                key,
                room.value(),
                author.value()));
    }

    private synchronized void follow() {
        boolean more = true;
        while (more && !closing) {
            more = false;
            List<KeyFeed.Row> rows = feed.take(knownUpTo);
            if (rows == null) {
                rows = inLog(knownUpTo);
                more = rows.size() == ROWS_AT_ONCE;
            }
            if (!rows.isEmpty()) {
                long last = rows.getLast().position();
                index(rows, last);
                knownUpTo = new Position(last);
            }
        }
    }

    /** What was committed before this process was there, or was more than the feed holds. */
    private List<KeyFeed.Row> inLog(Position after) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT position, room, author, at, key, text FROM event WHERE position > ? ORDER BY position LIMIT ?",
                row -> new KeyFeed.Row(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getString(5),
                        Objects.requireNonNullElse(row.getString(6), "")),
                after.value(),
                ROWS_AT_ONCE));
    }

    private void index(List<KeyFeed.Row> rows, long last) {
        try {
            writer.write(connection -> {
                        insert(connection, rows);
                        Sql.update(connection, "UPDATE progress SET position = ?", last);
                        pruneSometimes(connection);
                        return last;
                    })
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("the index of keys can't be written", e.getCause());
        }
    }

    private static void insert(Connection connection, List<KeyFeed.Row> rows) throws SQLException {
        try (var insert = new BulkInsert(connection, "seen_key", "position, room, author, at, key, digest, day")) {
            for (KeyFeed.Row row : rows) {
                if (row.key() != null) {
                    insert.add((statement, from) -> bind(statement, from, row));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, int from, KeyFeed.Row row) throws SQLException {
        statement.setLong(from, row.position());
        statement.setLong(from + 1, row.room());
        statement.setLong(from + 2, row.author());
        statement.setLong(from + 3, row.at());
        statement.setString(from + 4, row.key());
        statement.setLong(from + 5, TextDigest.of(row.text()));
        statement.setLong(from + 6, day(row.at()));
    }

    /** Positions grow with time, so the old ones are the first rows. */
    private void pruneSometimes(Connection connection) throws SQLException {
        if (--stepsUntilPruning > 0) {
            return;
        }
        stepsUntilPruning = STEPS_BETWEEN_PRUNING;
        Sql.update(
                connection,
                "DELETE FROM seen_key WHERE position <"
                        + " coalesce((SELECT position FROM seen_key WHERE at >= ? ORDER BY position LIMIT 1), 0)",
                clock.millis() - KEPT.toMillis());
    }

    /** Beside the writer, and the fold by a connection of its own: it never waits for what others ask or what is indexed. */
    private static <T> T asked(Connection connection, SqlWork<T> question) {
        synchronized (connection) {
            try {
                return question.run(connection);
            } catch (SQLException e) {
                throw new IllegalStateException("the index of keys does not answer", e);
            }
        }
    }

    /** Another epoch is another log: nothing that was known holds. */
    private static void startOverUnlessOf(String epoch, Connection connection) throws SQLException {
        int same = Sql.update(connection, "UPDATE progress SET position = position WHERE epoch = ?", epoch);
        if (same == 0) {
            Sql.update(connection, "DELETE FROM seen_key");
            Sql.update(connection, "UPDATE progress SET position = 0, epoch = ?", epoch);
        }
    }

    private static void createTables(Connection connection) throws SQLException {
        Sql.update(
                connection,
                "CREATE TABLE IF NOT EXISTS seen_key (position INTEGER PRIMARY KEY, room INTEGER NOT NULL,"
                        + " author INTEGER NOT NULL, at INTEGER NOT NULL, key TEXT NOT NULL, digest INTEGER NOT NULL, day INTEGER NOT NULL)");
        Sql.update(connection, "CREATE INDEX IF NOT EXISTS seen_key_by_author ON seen_key (room, author, position)");
        Sql.update(connection, "CREATE INDEX IF NOT EXISTS seen_key_by_day ON seen_key (day, key)");
        Sql.update(connection, "CREATE TABLE IF NOT EXISTS progress (position INTEGER NOT NULL, epoch TEXT)");
        Sql.update(
                connection,
                "INSERT INTO progress (position, epoch) SELECT 0, NULL WHERE NOT EXISTS (SELECT 1 FROM progress)");
    }
}
