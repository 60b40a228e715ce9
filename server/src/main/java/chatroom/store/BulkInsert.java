package chatroom.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inserts many rows of one table, many a statement. */
final class BulkInsert implements AutoCloseable {
    private static final int ROWS_A_STATEMENT = 64;

    /** Sets the parameters of one row, the first of them at {@code from}. */
    @FunctionalInterface
    interface Row {
        void bind(PreparedStatement statement, int from) throws SQLException;
    }

    private final Connection connection;
    private final String head;
    private final int columns;
    private final PreparedStatement full;
    private final List<Row> waiting = new ArrayList<>(ROWS_A_STATEMENT);

    /** @param columns their names, with commas between */
    BulkInsert(Connection connection, String table, String columns) throws SQLException {
        this.connection = connection;
        this.head = "INSERT INTO " + table + " (" + columns + ") VALUES ";
        this.columns = columns.split(",", -1).length;
        this.full = connection.prepareStatement(sql(ROWS_A_STATEMENT));
    }

    void add(Row row) throws SQLException {
        waiting.add(row);
        if (waiting.size() == ROWS_A_STATEMENT) {
            insert(full);
        }
    }

    void add(Object... values) throws SQLException {
        add((statement, from) -> {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(from + i, values[i]);
            }
        });
    }

    @Override
    public void close() throws SQLException {
        full.close();
        if (!waiting.isEmpty()) {
            try (PreparedStatement rest = connection.prepareStatement(sql(waiting.size()))) {
                insert(rest);
            }
        }
    }

    private void insert(PreparedStatement statement) throws SQLException {
        try {
            for (int i = 0; i < waiting.size(); i++) {
                waiting.get(i).bind(statement, 1 + i * columns);
            }
            statement.executeUpdate();
        } finally {
            // What failed is not tried again by close(), when the transaction may be over.
            waiting.clear();
        }
    }

    private String sql(int rows) {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return head + String.join(", ", Collections.nCopies(rows, row));
    }
}
