package chatroom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * The eighth script, for what the database can't do: its {@code lower} knows ASCII alone, and the third and the fifth made keys
 * with it, of display names and of archived rooms.
 */
final class KeysOfNames implements JavaMigration {
    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("8");
    }

    @Override
    public String getDescription() {
        return "keys of names";
    }

    @Override
    public Integer getChecksum() {
        return 0;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        correct(connection, "room", "name", "name_key", RoomNames::key);
        correct(connection, "account", "display_name", "display_name_key", SqlAccounts::key);
    }

    private record Named(long id, String key) {}

    private static void correct(
            Connection connection, String table, String name, String key, UnaryOperator<String> keyOf)
            throws SQLException {
        // In ASCII alone the two agree.
        List<Named> others = Sql.list(
                connection,
                "SELECT id, %s FROM %s WHERE %s IS NOT NULL AND %s GLOB '*[^ -~]*'".formatted(name, table, key, name),
                row -> new Named(row.getLong(1), keyOf.apply(row.getString(2))));
        for (Named named : others) {
            Sql.update(
                    connection,
                    "UPDATE %s SET %s = ? WHERE id = ? AND %s <> ?".formatted(table, key, key),
                    named.key(),
                    named.id(),
                    named.key());
        }
    }
}
