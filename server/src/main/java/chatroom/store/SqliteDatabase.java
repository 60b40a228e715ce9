package chatroom.store;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Snapshots;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** The embedded database: one file in the data folder. */
public final class SqliteDatabase implements Database, Snapshots, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final String FILE = "chatroom.db";
    private static final int READERS = 8;
    private static final Duration READER_WAIT = Duration.ofSeconds(10);

    private final SqliteWriter writer;
    private final HikariDataSource readers;
    private final Checkpoints checkpoints;

    /** What this thread reads from, where several questions are of one state. */
    private final ScopedValue<Connection> reading = ScopedValue.newInstance();

    private SqliteDatabase(SqliteWriter writer, HikariDataSource readers, Connection checkpoints) {
        this.writer = writer;
        this.readers = readers;
        this.checkpoints = new Checkpoints(checkpoints, writer::commits);
    }

    /**
     * Opens the database, bringing it to this version's form if need be. Every commit is synced.
     *
     * @throws DataFolder.Unusable if it can't be
     */
    public static SqliteDatabase open(DataFolder folder) {
        return open(folder, SynchronousMode.FULL);
    }

    /** Whether what is written now is likely to be kept. Does not block. */
    public boolean isWritable() {
        return !writer.isFailing();
    }

    /** Writes something of no consequence, to learn whether writing is possible again. Does not block. */
    public void probe() {
        writer.write(SqliteDatabase::writeNothing);
    }

    /** Whether a folder has a database in it. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    static SqliteDatabase open(DataFolder folder, SynchronousMode synchronous) {
        var file = new SqliteFile(folder.file(FILE));
        try (var opening = new Opening()) {
            SqliteLibrary.load();
            Migrations.bringUp(file);
            var writer = opening.add(new SqliteWriter(opening.add(writable(file, synchronous)), "chatroom-log"));
            Connection checkpoints = opening.add(file.openReader());
            HikariDataSource readers = opening.add(readers(file));
            return opening.done(new SqliteDatabase(writer, readers, checkpoints));
        } catch (SQLException e) {
            throw new DataFolder.Unusable(
                    "the database %s can't be opened: %s".formatted(file.path(), e.getMessage()), e);
        }
    }

    /** SQLite opens a file that it may only read as well, and says so only to who writes. */
    private static Connection writable(SqliteFile file, SynchronousMode synchronous) throws SQLException {
        try (var opening = new Opening()) {
            Connection connection = opening.add(file.openWriter(synchronous));
            writeNothing(connection);
            return opening.done(connection);
        }
    }

    private static int writeNothing(Connection connection) throws SQLException {
        return Sql.update(connection, "UPDATE fact SET value = value WHERE name = 'epoch'");
    }

    private static HikariDataSource readers(SqliteFile file) {
        var config = new HikariConfig();
        config.setDataSource(file.readers());
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(READER_WAIT.toMillis());
        config.setPoolName("readers");
        return new HikariDataSource(config);
    }

    SqliteWriter writer() {
        return writer;
    }

    @Override
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        try {
            return reading.isBound() ? work.run(reading.get()) : readAnew(work);
        } catch (SQLException e) {
            LOG.warn("not read: {}", e.toString());
            throw unavailable();
        }
    }

    private <T extends @Nullable Object> T readAnew(SqlWork<T> work) throws SQLException {
        try (Connection connection = readers.getConnection()) {
            try {
                return work.run(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    @Override
    public <T> T read(Supplier<T> questions) {
        return read((Connection connection) ->
                ScopedValue.where(reading, connection).call(questions::get));
    }

    @Override
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        if (reading.isBound()) {
            throw new IllegalStateException("who reads from a snapshot would not see what is written");
        }
        try {
            return writer.write(work).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ChatException refusal) {
                throw refusal;
            }
            // Here and not a warning: the writer has said so once.
            LOG.debug("not written: {}", String.valueOf(e.getCause()));
            throw unavailable();
        }
    }

    @Override
    public void close() throws SQLException {
        try {
            checkpoints.close();
        } finally {
            try {
                writer.close();
            } finally {
                readers.close();
            }
        }
    }

    private static ChatException unavailable() {
        return new ChatException(ErrorCode.UNAVAILABLE, "the storage does not answer");
    }
}
