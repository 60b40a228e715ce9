package chatroom.store;

import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;

/** The embedded database, with the steps counted that it takes to read: what a bound is measured in, where time would not do. */
final class CountedDatabase implements Database {
    private static final int STEPS_AT_ONCE = 100;

    private final Database database;
    private long steps;

    CountedDatabase(Database database) {
        this.database = database;
    }

    /** Of the engine, for all that was read so far. */
    long steps() {
        return steps;
    }

    @Override
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        return database.read(connection -> {
            Connection counted = connection.unwrap(Connection.class);
            ProgressHandler.setHandler(counted, STEPS_AT_ONCE, new ProgressHandler() {
                @Override
                protected int progress() {
                    steps += STEPS_AT_ONCE;
                    return 0;
                }
            });
            try {
                return work.run(connection);
            } finally {
                ProgressHandler.clearHandler(counted);
            }
        });
    }

    @Override
    public <T extends @Nullable Object> T write(SqlWork<T> work) {
        return database.write(work);
    }
}
