package chatroom.store;

import org.sqlite.SQLiteConfig.SynchronousMode;

/** A database that calls a commit done before it is synced: what {@code PowerCutTest} must find out. */
public final class UnsyncedDatabase {
    private UnsyncedDatabase() {}

    public static SqliteDatabase open(DataFolder folder) {
        return SqliteDatabase.open(folder, SynchronousMode.OFF);
    }
}
