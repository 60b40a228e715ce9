/**
 * SQL behind the ports of the domain and the log. Only this package knows {@code java.sql}. {@link
 * chatroom.store.SqliteDatabase} is the embedded default: one file, one writer thread that commits many works at once,
 * readers beside it that never wait. See {@code docs/storage.md}.
 */
@NullMarked
package chatroom.store;

import org.jspecify.annotations.NullMarked;
