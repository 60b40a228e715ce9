package chatroom.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/** How connections to a file are opened: WAL, and a wait rather than an error where a checkpoint holds a lock. */
record SqliteFile(Path path) {
    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIB = 32 * 1024;
    private static final int READER_CACHE_KIB = 4 * 1024;
    private static final int JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024;

    /**
     * After how many pages of the journal a commit itself copies them into the file, 32 MiB: the last of them, where {@link
     * Checkpoints} copies beside.
     */
    private static final int CHECKPOINT_PAGES = 8_000;

    String url() {
        return "jdbc:sqlite:" + path;
    }

    Connection openWriter(SynchronousMode synchronous) throws SQLException {
        SQLiteConfig config = common();
        config.setSynchronous(synchronous);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setJournalSizeLimit(JOURNAL_LIMIT_BYTES);
        config.setCacheSize(-CACHE_KIB);
        // What a savepoint keeps of the pages before it would be written to a file of its own, made anew for each
        // transaction.
        config.setTempStore(TempStore.MEMORY);
        try (var opening = new Opening()) {
            Connection connection = opening.add(new KeptConnection(url(), path, config));
            // Answers with a row, as a question does.
            Sql.number(connection, "PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            return opening.done(connection);
        }
    }

    Connection openReader() throws SQLException {
        return new KeptConnection(url(), path, reader());
    }

    /** Readers, for a pool of them. */
    DataSource readers() {
        var source = new SQLiteDataSource(reader()) {
            @Override
            public SQLiteConnection getConnection(@Nullable String user, @Nullable String password)
                    throws SQLException {
                return new KeptConnection(url(), path, reader());
            }
        };
        source.setUrl(url());
        return source;
    }

    private static SQLiteConfig reader() {
        SQLiteConfig config = common();
        config.setCacheSize(-READER_CACHE_KIB);
        return config;
    }

    /** Deletes the file with all that SQLite keeps beside it. */
    void delete() throws SQLException {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(path + suffix));
            }
        } catch (IOException e) {
            throw new SQLException("can't delete " + path, e);
        }
    }

    private static SQLiteConfig common() {
        var config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setBusyTimeout(BUSY_MILLIS);
        return config;
    }
}
