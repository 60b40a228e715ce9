package chatroom.store;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.core.DB;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps what it has prepared: to parse a question takes longer than most answers. Who asks closes a statement
 * as ever, and sets nothing but parameters. For one thread at a time.
 */
final class KeptConnection extends JDBC4Connection {
    private static final int KEPT = 128;

    /** The one that was not used for the longest time is the first. */
    private final Map<String, Kept> statements = new LinkedHashMap<>(16, 0.75f, true);

    KeptConnection(String url, Path file, SQLiteConfig config) throws SQLException {
        super(url, file.toString(), config.toProperties());
    }

    @Override
    public PreparedStatement prepareStatement(String sql, int keys) throws SQLException {
        PreparedStatement statement = prepareStatement(sql);
        if (statement instanceof Kept kept) {
            kept.tellsKeys = keys == Statement.RETURN_GENERATED_KEYS;
        }
        return statement;
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Kept known = statements.get(sql);
        if (known == null) {
            var first = new Kept(sql);
            statements.put(sql, first);
            letOneGo();
            return first;
        }
        if (known.inUse || isClosed()) {
            // Asked anew while its rows are read; or refused.
            return super.prepareStatement(sql);
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
        private boolean inUse = true;
        private boolean tellsKeys;
        private String @Nullable [] columns;

        Kept(String sql) throws SQLException {
            super(KeptConnection.this, sql);
            this.question = sql;
        }

        /** The driver asks for them with a question of its own after each insertion, whether anybody wants to know or not. */
        @Override
        public void updateGeneratedKeys() throws SQLException {
            if (tellsKeys) {
                super.updateGeneratedKeys();
            }
        }

        /**
         * The driver asks for the name of each column at every use. Here they are kept until there are more or fewer: a question
         * names its columns, so that a change of the table does not give them other names.
         */
        @Override
        public ResultSet getResultSet() throws SQLException {
            if (columns != null && columns.length == pointer.safeRunInt(DB::column_count)) {
                rs.colsMeta = columns;
            }
            ResultSet rows = super.getResultSet();
            columns = rs.colsMeta;
            return rows;
        }

        /** Ready for the next use, whatever became of this one; given up where the driver has ended it, as it does after some failures. */
        @Override
        public void close() throws SQLException {
            if (!inUse) {
                return;
            }
            inUse = false;
            tellsKeys = false;
            if (KeptConnection.this.isClosed() || pointer.isClosed()) {
                giveUp();
                return;
            }
            try {
                clearGeneratedKeys();
                rs.close();
                pointer.safeRunInt(DB::reset);
            } catch (SQLException e) {
                giveUp();
                throw e;
            }
            // Not by clearParameters, after which the next use takes as long as if it were parsed anew.
            if (batch != null) {
                Arrays.fill(batch, null);
            }
        }

        private void giveUp() throws SQLException {
            statements.remove(question, this);
            end();
        }

        private void end() throws SQLException {
            super.close();
        }
    }
}
