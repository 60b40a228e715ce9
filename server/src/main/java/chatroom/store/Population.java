package chatroom.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who is where in a server that is filled for a load test: accounts with ids from 1 on, rooms with ids from 2 on, and each
 * account in the same number of rooms. Rooms differ by one member at most; behind them come those of which everybody is one.
 *
 * @param common how many rooms have everybody in them
 */
public record Population(int accounts, int rooms, int roomsEach, int common) {
    /** The first id behind the lobby's. */
    static final int FIRST_ROOM = 2;

    public Population {
        if (accounts < 1 || rooms < 0 || roomsEach < 0 || common < 0) {
            throw new IllegalArgumentException("at least one account is needed, and no number may be negative");
        }
        if (roomsEach > rooms) {
            throw new IllegalArgumentException(
                    "nobody can be a member of %d rooms where there are %d".formatted(roomsEach, rooms));
        }
    }

    /** The rooms of an account, without the lobby. */
    public List<Integer> roomsOf(int account) {
        List<Integer> ids = new ArrayList<>(roomsEach);
        for (int i = 0; i < roomsEach; i++) {
            ids.add(FIRST_ROOM + (int) ((account - 1 + (long) i * stride()) % rooms));
        }
        for (int i = 0; i < common; i++) {
            ids.add(FIRST_ROOM + rooms + i);
        }
        return ids;
    }

    /** The members of a room, by id. */
    List<Integer> membersOf(int room) {
        if (room >= FIRST_ROOM + rooms) {
            return IntStream.rangeClosed(1, accounts).boxed().toList();
        }
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < roomsEach; i++) {
            long first = Math.floorMod(room - FIRST_ROOM - (long) i * stride(), (long) rooms);
            for (long account = first + 1; account <= accounts; account += rooms) {
                ids.add((int) account);
            }
        }
        ids.sort(null);
        return ids;
    }

    int lastRoom() {
        return FIRST_ROOM + rooms + common - 1;
    }

    /** So far apart that an account's rooms differ, and that it meets other people in each. */
    private int stride() {
        return Math.max(1, rooms / Math.max(1, roomsEach));
    }
}
