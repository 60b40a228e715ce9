package chatroom;

/**
 * The place of an event in its room's log: unique within the room, growing, with gaps, below 2^53. Positions of different
 * rooms say nothing about each other.
 */
public record Position(long value) implements Comparable<Position> {
    /** Before the first event: the head of an empty room, and the {@code prev} of its first event. */
    public static final Position NONE = new Position(0);

    public boolean isAfter(Position other) {
        return value > other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }
}
