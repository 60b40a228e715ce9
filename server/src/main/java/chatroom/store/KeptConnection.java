package chatroom.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps what it has prepared: to parse a question takes longer than most answers. Who asks closes a statement
 * as ever. For one thread at a time.
 */
final class KeptConnection extends JDBC4Connection {
    private static final int KEPT = 128;

    /** The one that was not used for the longest time is the first. */
    private final Map<String, Kept> statements = new LinkedHashMap<>(16, 0.75f, true);

    KeptConnection(String url, Path file, SQLiteConfig config) throws SQLException {
        super(url, file.toString(), config.toProperties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Kept known = statements.get(sql);
        if (known != null && known.inUse) {
            // Asked anew while its rows are read.
            return super.prepareStatement(sql);
        }
        if (known == null) {
            known = new Kept(sql);
            statements.put(sql, known);
            letOneGo();
        }
        known.inUse = true;
        return known;
    }

    private void letOneGo() throws SQLException {
        Iterator<Kept> longestUnused = statements.values().iterator();
        while (statements.size() > KEPT && longestUnused.hasNext()) {
            Kept kept = longestUnused.next();
            if (!kept.inUse) {
                longestUnused.remove();
                kept.end();
            }
        }
    }

    private final class Kept extends JDBC4PreparedStatement {
        private final String question;
        private boolean inUse;

        Kept(String sql) throws SQLException {
            super(KeptConnection.this, sql);
            this.question = sql;
        }

        /** Ready for the next use, whatever became of this one; given up if it failed so that the driver has ended it. */
        @Override
        public void close() throws SQLException {
            if (!inUse || KeptConnection.this.isClosed() || pointer.isClosed()) {
                statements.remove(question, this);
                inUse = false;
                end();
                return;
            }
            clearGeneratedKeys();
            rs.close();
            pointer.safeRunInt(DB::reset);
            // Not by clearParameters: SQLite would parse the statement anew.
            if (batch != null) {
                Arrays.fill(batch, null);
            }
            inUse = false;
        }

        private void end() throws SQLException {
            super.close();
        }
    }
}
