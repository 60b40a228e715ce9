package chatroom.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite itself, which its driver unpacks into the folder of temporary files at every start, and would leave there by a process
 * that is killed or halts. Here it is gone from the disk as soon as it is linked.
 */
final class SqliteLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteLibrary.class);
    /** Of the driver: where it unpacks. */
    private static final String FOLDER = "org.sqlite.tmpdir";
    /** Of the driver: where a library lies that need not be unpacked. */
    private static final String UNPACKED = "org.sqlite.lib.path";

    private static boolean loaded;

    private SqliteLibrary() {}

    /**
     * Unpacks and links it, once.
     *
     * @throws SQLException if it can't be, or there is none for this machine
     */
    static synchronized void load() throws SQLException {
        if (loaded) {
            return;
        }
        try {
            if (System.getProperty(FOLDER) == null && System.getProperty(UNPACKED) == null) {
                loadFrom(Files.createTempDirectory("chatroom-sqlite"));
            } else {
                SQLiteJDBCLoader.initialize();
            }
            loaded = true;
        } catch (SQLException e) {
            throw e;
        } catch (Exception e) {
            throw new SQLException(
                    "SQLite's library can't be unpacked and loaded (where else it may be: JAVA_OPTS=-D" + FOLDER
                            + "=…): " + e,
                    e);
        }
    }

    private static void loadFrom(Path folder) throws Exception {
        System.setProperty(FOLDER, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } finally {
            System.clearProperty(FOLDER);
            delete(folder);
        }
    }

    /** Where what is linked can't be deleted, as on Windows, it stays until somebody clears up. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            LOG.debug("{} stays: {}", folder, e.toString());
        }
    }
}
