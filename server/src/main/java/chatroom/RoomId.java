package chatroom;

/** The id of a room; positive, below 2^53 so that every JSON reader can hold it. */
public record RoomId(long value) implements Comparable<RoomId> {
    /** The room that exists from the first start on, and of which everybody is a member without a record of it. */
    public static final RoomId LOBBY = new RoomId(1);

    public boolean isLobby() {
        return value == LOBBY.value;
    }

    @Override
    public int compareTo(RoomId other) {
        return Long.compare(value, other.value);
    }
}
