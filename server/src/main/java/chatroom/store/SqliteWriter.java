package chatroom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to a file. All that waits is run in one transaction, each task behind a savepoint of its own if
 * there are several, and one sync pays for all of it. A task hears of its outcome after the commit. Where many shared a
 * commit, the next begins a little later, so that more share it.
 */
final class SqliteWriter implements AutoCloseable {
    /** Something to write. Called on the writer's thread, but for {@link #failed} on the submitter's once that is closed. */
    interface Task {
        void run(Connection connection) throws SQLException;

        /** How many share the commit by way of this task; called after it was committed. */
        default int sharers() {
            return 1;
        }

        void committed();

        /** Nothing of this task was written. */
        void failed(Throwable cause);
    }

    private static final Logger LOG = LoggerFactory.getLogger(SqliteWriter.class);
    private static final int TASKS_AT_ONCE = 1_024;
    /** Where fewer share a commit, nobody waits for others. */
    private static final int MANY = 8;

    /**
     * From where a commit of many begins to where the next does, at least. A commit costs as much of a processor as thirty
     * rows do.
     */
    private static final Duration APART = Duration.ofMillis(5);

    private static final Task STOP = new Task() {
        @Override
        public void run(Connection connection) {}

        @Override
        public void committed() {}

        @Override
        public void failed(Throwable cause) {}
    };

    private final Connection connection;
    private final Duration apart;
    private final LinkedBlockingQueue<Task> waiting = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean failing;
    private final AtomicLong commits = new AtomicLong();
    private volatile boolean closing;

    /** @param connection in auto-commit mode, used by nobody else from now on */
    SqliteWriter(Connection connection, String name) {
        this(connection, name, APART);
    }

    /** @param apart from where a commit that many shared begins to where the next does, at least */
    SqliteWriter(Connection connection, String name, Duration apart) {
        this.connection = connection;
        this.apart = apart;
        this.thread = Thread.ofPlatform().name(name).start(this::work);
    }

    /** Whether the last that was to be written could not be, as when the disk is full. */
    boolean isFailing() {
        return failing;
    }

    /** How many there were so far. Any thread. */
    long commits() {
        return commits.get();
    }

    void submit(Task task) {
        boolean taken;
        synchronized (waiting) {
            taken = !closing && waiting.add(task);
        }
        if (!taken) {
            task.failed(new SQLException("the database is closed"));
        }
    }

    /** Runs the work in a transaction; the future completes after the commit, on the writer's thread. */
    <T extends @Nullable Object> CompletableFuture<T> write(SqlWork<T> work) {
        var outcome = new CompletableFuture<T>();
        submit(new Task() {
            private @Nullable T result;

            @Override
            public void run(Connection connection) throws SQLException {
                result = work.run(connection);
            }

            @Override
            @SuppressWarnings("NullAway") // null only where T may be
            public void committed() {
                outcome.complete(result);
            }

            @Override
            public void failed(Throwable cause) {
                outcome.completeExceptionally(cause);
            }
        });
        return outcome;
    }

    /** Writes what waits, then closes the connection. */
    @Override
    public void close() throws SQLException {
        synchronized (waiting) {
            closing = true;
            waiting.add(STOP);
        }
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

    private void work() {
        List<Task> tasks = new ArrayList<>();
        boolean stopped = false;
        while (!stopped) {
            tasks.clear();
            try {
                tasks.add(waiting.take());
            } catch (InterruptedException e) {
                LOG.warn("nobody interrupts the writer; going on");
                continue;
            }
            waiting.drainTo(tasks, TASKS_AT_ONCE);
            // Nothing comes behind it.
            stopped = tasks.remove(STOP);
            long begun = System.nanoTime();
            if (commitTogether(tasks) >= MANY) {
                rest(begun + apart.toNanos());
            }
        }
    }

    private void rest(long until) {
        long left = until - System.nanoTime();
        while (left > 0 && !closing) {
            LockSupport.parkNanos(this, left);
            left = until - System.nanoTime();
        }
    }

    /** How many shared it; 0 where nothing was written. */
    private int commitTogether(List<Task> tasks) {
        Set<Task> undecided = new LinkedHashSet<>(tasks);
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            if (tasks.size() == 1) {
                runOnly(tasks.getFirst(), statement, undecided);
            } else {
                for (Task task : tasks) {
                    runAlone(task, statement, undecided);
                }
            }
            statement.execute("COMMIT");
            commits.incrementAndGet();
            went(undecided);
        } catch (Throwable e) {
            rollback();
            fails(e);
            undecided.forEach(task -> tell(() -> task.failed(e)));
            return 0;
        }
        undecided.forEach(task -> tell(task::committed));
        return undecided.stream().mapToInt(Task::sharers).sum();
    }

    /** The only one needs no savepoint, for which each page that it writes to would be kept as it was: all can be undone. */
    private static void runOnly(Task task, Statement statement, Set<Task> undecided) throws SQLException {
        try {
            task.run(statement.getConnection());
        } catch (Throwable e) {
            undo(statement, e);
            undecided.remove(task);
            tell(() -> task.failed(e));
            statement.execute("BEGIN IMMEDIATE");
        }
    }

    /** Fails in its turn where the engine has undone the whole transaction, as it does when the disk is full. */
    private static void undo(Statement statement, Throwable cause) throws SQLException {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw new SQLException(cause.toString(), e);
        }
    }

    /** A task that fails is undone and told, without harm to the others. */
    private static void runAlone(Task task, Statement statement, Set<Task> undecided) throws SQLException {
        statement.execute("SAVEPOINT task");
        try {
            task.run(statement.getConnection());
        } catch (Throwable e) {
            // Fails in its turn where the engine has undone the whole transaction, as it does when the disk is full.
            statement.execute("ROLLBACK TO task");
            statement.execute("RELEASE task");
            undecided.remove(task);
            tell(() -> task.failed(e));
            return;
        }
        statement.execute("RELEASE task");
    }

    /** Told once, not for every post: the log of this program may lie on the same disk. */
    private void fails(Throwable cause) {
        if (!failing) {
            failing = true;
            LOG.error("nothing can be written: {}", cause.toString());
        }
    }

    /** Where all tasks failed, nothing was written, and nothing is known. */
    private void went(Set<Task> written) {
        if (failing && !written.isEmpty()) {
            failing = false;
            LOG.info("what is written is kept again");
        }
    }

    private void rollback() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("nothing to roll back: {}", e.toString());
        }
    }

    private static void tell(Runnable callback) {
        try {
            callback.run();
        } catch (Throwable e) {
            LOG.error("a task's callback failed", e);
        }
    }
}
