package chatroom.store;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings the file to this version's form. Flyway is asked only where something is to be done: it takes longer than the rest
 * of a start.
 */
final class Migrations {
    /** The number of the newest step; {@link KeysOfNames} is the eighth. */
    static final int NEWEST = 9;

    static final String LOCATION = "classpath:chatroom/store/sqlite";

    private Migrations() {}

    /** @throws DataFolder.Unusable if the data is of a newer version than this program */
    static void bringUp(SqliteFile file) {
        int version = version(file);
        if (version > NEWEST) {
            throw new DataFolder.Unusable(
                    "the data is of format %d, and this version knows formats up to %d: use a newer version"
                            .formatted(version, NEWEST),
                    null);
        }
        if (version < NEWEST) {
            migrate(file);
        }
    }

    private static void migrate(SqliteFile file) {
        try {
            Flyway.configure()
                    .dataSource(file.url(), null, null)
                    .locations(LOCATION)
                    .javaMigrations(new KeysOfNames())
                    .target(MigrationVersion.fromVersion(String.valueOf(NEWEST)))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            String reason = reason(e).lines().findFirst().orElse("");
            throw new DataFolder.Unusable("the data in %s can't be used: %s".formatted(file.path(), reason), e);
        }
    }

    /** What the database said, where it said something: Flyway only names its script. */
    private static String reason(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return String.valueOf(cause.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }

    /** The newest script that was applied, 0 for none. */
    private static int version(SqliteFile file) {
        if (!Files.exists(file.path())) {
            return 0;
        }
        try (Connection connection = file.openReader()) {
            boolean migrated =
                    Sql.number(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
                            > 0;
            return migrated
                    ? (int) Sql.number(
                            connection,
                            "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success = 1")
                    : 0;
        } catch (SQLException e) {
            throw new DataFolder.Unusable("the data in %s can't be read: %s".formatted(file.path(), e.getMessage()), e);
        }
    }
}
