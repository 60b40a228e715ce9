package chatroom.store;

import chatroom.RoomId;
import chatroom.room.RoomFilter;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * The rooms of a list as a query for their ids: walks along indexes, each of which ends after a page, so that rooms that are not
 * to be listed cost nothing. Parameters: the viewer, the last id seen, how many, and the key of the name where there is one.
 */
final class RoomWalks {
    /** The index of parts of names knows these and longer ones. */
    private static final int INDEXED_CHARACTERS = 3;

    /** So many rooms are no longer sorted for a page of them. */
    static final int MANY = 2_000;

    private static final String NOT_BANNED = " NOT IN (SELECT room FROM member WHERE account = ?1 AND role = 'banned')";
    private static final String MINE = "SELECT room FROM member JOIN room ON room.id = member.room"
            + " WHERE account = ?1 AND room > ?2 AND role <> 'banned'%s ORDER BY room LIMIT ?3";
    /** Of which everybody is a member, with a record or without. */
    private static final String LOBBY =
            "SELECT id FROM room WHERE id = " + RoomId.LOBBY.value() + " AND id > ?2 AND id" + NOT_BANNED + "%s";

    private static final String PUBLIC =
            "SELECT id FROM room WHERE visibility = 'public' AND id > ?2 AND id" + NOT_BANNED + " ORDER BY id LIMIT ?3";
    private static final String PUBLIC_BEGINNING_SO = "SELECT id FROM room INDEXED BY room_public_by_name"
            + " WHERE visibility = 'public' AND id > ?2%s AND id" + NOT_BANNED + " ORDER BY id LIMIT ?3";
    /** For names that many begin with: enough of them come soon. */
    private static final String PUBLIC_TRIED =
            "SELECT id FROM room NOT INDEXED WHERE visibility = 'public' AND id > ?2%s" + " AND id" + NOT_BANNED
                    + " ORDER BY id LIMIT ?3";

    private static final String PUBLIC_WITH_PART = "SELECT rowid FROM room_search WHERE room_search MATCH"
            + " '\"' || replace(?4, '\"', '\"\"') || '\"' AND rowid > ?2 AND rowid" + NOT_BANNED
            + " ORDER BY rowid LIMIT ?3";

    private static final String BEGINS_SO = " AND name_key >= ?4 AND name_key < ?4 || char(1114111)";
    private static final String HAS_PART = " AND instr(name_key, ?4) > 0";

    private RoomWalks() {}

    /** @param key of the name */
    static String of(Connection connection, RoomFilter.Among among, String key) throws SQLException {
        boolean indexed = key.codePointCount(0, key.length()) >= INDEXED_CHARACTERS;
        String named = indexed ? HAS_PART : BEGINS_SO;
        return switch (among) {
            case JOINED -> union(MINE.formatted(named), LOBBY.formatted(named));
            case VISIBLE ->
                union(
                        MINE.formatted(named),
                        indexed
                                ? PUBLIC_WITH_PART
                                : beginningSo(connection, key).formatted(BEGINS_SO));
        };
    }

    private static String beginningSo(Connection connection, String key) throws SQLException {
        long many = Sql.number(
                connection,
                "SELECT count(*) FROM (SELECT 1 FROM room INDEXED BY room_public_by_name WHERE visibility = 'public'"
                        + " AND name_key >= ?1 AND name_key < ?1 || char(1114111) LIMIT " + MANY + ")",
                key);
        return many < MANY ? PUBLIC_BEGINNING_SO : PUBLIC_TRIED;
    }

    static String of(RoomFilter.Among among) {
        return switch (among) {
            case JOINED -> union(MINE.formatted(""), LOBBY.formatted(""));
            case VISIBLE -> union(MINE.formatted(""), PUBLIC);
        };
    }

    private static String union(String one, String other) {
        return "(SELECT * FROM (" + one + ") UNION SELECT * FROM (" + other + ") ORDER BY 1 LIMIT ?3)";
    }
}
