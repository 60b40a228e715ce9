package chatroom.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something done with a connection inside a transaction that somebody else begins and ends. */
@FunctionalInterface
interface SqlWork<T> {
    T run(Connection connection) throws SQLException;
}
