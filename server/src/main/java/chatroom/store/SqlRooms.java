package chatroom.store;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Pace;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.room.NewRoom;
import chatroom.room.RoomFilter;
import chatroom.room.RoomForMe;
import chatroom.room.RoomPage;
import chatroom.room.RoomStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rooms in SQL. */
public final class SqlRooms implements RoomStore {
    private final Database database;

    public SqlRooms(Database database) {
        this.database = database;
    }

    @Override
    public RoomId add(NewRoom room) {
        return database.write(connection -> {
            RoomId id = insert(connection, room, null);
            RoomNames.take(connection, id, room.creator(), room.name(), RoomNames.Holding.OWN);
            return id;
        });
    }

    @Override
    public Direct direct(List<AccountId> people, AccountId creator, long created) {
        String key =
                people.stream().sorted().map(id -> String.valueOf(id.value())).collect(Collectors.joining(","));
        return database.write(connection -> {
            Optional<RoomId> found = Sql.first(
                    connection, "SELECT id FROM room WHERE direct_key = ?", row -> new RoomId(row.getLong(1)), key);
            return found.isPresent()
                    ? new Direct(found.get(), false)
                    : new Direct(
                            insert(connection, new NewRoom("", "", Visibility.DIRECT, creator, created), key), true);
        });
    }

    @Override
    public void remove(RoomId room) {
        database.write(connection -> {
            RoomNames.release(connection, room);
            return Sql.update(connection, "DELETE FROM room WHERE id = ?", room.value());
        });
    }

    @Override
    public void removeUnfinished() {
        database.write(connection -> {
            String unfinished = "members = 0 AND creator > 0 AND id <> " + RoomId.LOBBY.value() + " AND "
                    + EventRow.newest("room.id") + " = 0";
            Sql.update(
                    connection, "DELETE FROM room_name WHERE room IN (SELECT id FROM room WHERE " + unfinished + ")");
            RoomNames.releaseReserved(connection);
            return Sql.update(connection, "DELETE FROM room WHERE " + unfinished);
        });
    }

    @Override
    public void reserveName(RoomId room, AccountId by, String name) {
        database.write(connection -> {
            RoomNames.take(connection, room, by, name, RoomNames.Holding.RESERVED);
            return true;
        });
    }

    @Override
    public void releaseName(RoomId room, String name) {
        database.write(connection -> {
            RoomNames.releaseReserved(connection, room, name);
            return true;
        });
    }

    @Override
    public Map<RoomId, Pace> slowedByServer() {
        return database.read(connection -> {
            Map<RoomId, Pace> slowed = new HashMap<>();
            Sql.list(
                    connection,
                    "SELECT id, slow_mode, manual_slow_mode FROM room WHERE slow_mode <> manual_slow_mode",
                    row -> slowed.put(new RoomId(row.getLong("id")), RoomRow.pace(row)));
            return slowed;
        });
    }

    @Override
    public Optional<RoomForMe> find(RoomId room, AccountId viewer) {
        return database.read(connection -> Sql.first(
                connection,
                RoomRow.SELECT + " WHERE room.id = ?2",
                row -> RoomRow.read(row, viewer),
                viewer.value(),
                room.value()));
    }

    @Override
    public Optional<RoomForMe> describe(RoomId room, AccountId viewer) {
        return database.read(connection -> withPeople(
                        connection,
                        Sql.list(
                                connection,
                                RoomRow.SELECT_WITH_READING + " WHERE room.id = ?2",
                                row -> RoomRow.readWithReading(row, viewer),
                                viewer.value(),
                                room.value()))
                .stream()
                .findFirst());
    }

    @Override
    public RoomPage list(AccountId viewer, RoomFilter filter, RoomId after, int limit) {
        String name = filter.name();
        List<Object> parameters = new ArrayList<>(List.of(viewer.value(), after.value(), limit + 1));
        if (name != null) {
            parameters.add(RoomNames.key(name));
        }
        return database.read(connection -> {
            String listed = name == null
                    ? RoomWalks.of(filter.among())
                    : RoomWalks.of(connection, filter.among(), RoomNames.key(name));
            List<RoomForMe> found = Sql.list(
                    connection,
                    RoomRow.SELECT_WITH_READING + " WHERE room.id IN " + listed + " ORDER BY room.id",
                    row -> RoomRow.readWithReading(row, viewer),
                    parameters.toArray());
            List<RoomForMe> page = found.subList(0, Math.min(limit, found.size()));
            return new RoomPage(withPeople(connection, page), found.size() > limit);
        });
    }

    @Override
    public List<RoomId> roomsOf(AccountId account) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT room FROM member WHERE account = ?1 AND role <> 'banned' UNION SELECT ?2 WHERE NOT EXISTS"
                        + " (SELECT 1 FROM member WHERE account = ?1 AND room = ?2 AND role = 'banned')",
                row -> new RoomId(row.getLong(1)),
                account.value(),
                RoomId.LOBBY.value()));
    }

    private static RoomId insert(Connection connection, NewRoom room, @Nullable String directKey) throws SQLException {
        return new RoomId(Sql.insert(
                connection,
                "INSERT INTO room (name, name_key, topic, visibility, creator, created, direct_key)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                room.name(),
                RoomNames.key(room.name()),
                room.topic(),
                room.visibility().wireName(),
                room.creator().value(),
                room.created(),
                directKey));
    }

    /** Direct rooms have no name, and so are known by who is in them. */
    private static List<RoomForMe> withPeople(Connection connection, List<RoomForMe> rooms) throws SQLException {
        List<RoomForMe> complete = new ArrayList<>(rooms.size());
        for (RoomForMe room : rooms) {
            boolean direct = room.room().visibility() == Visibility.DIRECT && room.joined();
            complete.add(direct ? room.with(people(connection, room.room().id())) : room);
        }
        return complete;
    }

    private static List<Author> people(Connection connection, RoomId room) throws SQLException {
        return Sql.list(
                        connection,
                        "SELECT " + SqlAccounts.COLUMNS + " FROM member JOIN account ON account.id = member.account"
                                + " WHERE member.room = ? ORDER BY member.account",
                        SqlAccounts::read,
                        room.value())
                .stream()
                .map(Account::author)
                .toList();
    }
}
