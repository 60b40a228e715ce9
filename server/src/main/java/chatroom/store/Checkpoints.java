package chatroom.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies what the journal holds into the database's file, beside the commits and not within them. Where a thousand rooms are
 * busy, each commit leaves a page of the index for each room, and a commit that also has to copy them all keeps everybody
 * waiting. The journal begins anew only when a commit finds all of it copied: that is the writer's own checkpoint, rare, and
 * with little left to do.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long PAUSE_NANOS = 200_000_000;
    private static final int PAGES = 1_000;

    private final Connection connection;
    private final LongSupplier commits;
    private final Thread thread;
    private volatile boolean closing;

    /**
     * @param connection used by nobody else
     * @param commits how many there were so far
     */
    Checkpoints(Connection connection, LongSupplier commits) {
        this.connection = connection;
        this.commits = commits;
        this.thread = Thread.ofPlatform().name("chatroom-checkpoints").start(this::work);
    }

    private void work() {
        long seen = 0;
        while (!closing) {
            LockSupport.parkNanos(PAUSE_NANOS);
            long now = commits.getAsLong();
            if (now != seen) {
                seen = now;
                copyIfMuch();
            }
        }
    }

    private void copyIfMuch() {
        try (Statement statement = connection.createStatement()) {
            if (waiting(statement) > PAGES) {
                statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
            }
        } catch (SQLException e) {
            // The disk is full, say: nothing is lost, it is still in the journal.
            LOG.debug("the journal is not copied: {}", e.toString());
        }
    }

    /** How many pages of the journal are not copied yet. */
    private static long waiting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(NOOP)")) {
            return row.next() ? row.getLong("log") - row.getLong("checkpointed") : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
