package chatroom.message;

import chatroom.Position;

/** Which part of a room's messages is asked for. */
public sealed interface Window {
    /** The newest. */
    record Newest() implements Window {}

    /** Those just before a position. */
    record Before(Position position) implements Window {}

    /** Those just after a position. */
    record After(Position position) implements Window {}

    /** Half of them up to and with a position, half after it. */
    record Around(Position position) implements Window {}

    /** The first ones since a time, in milliseconds since 1970. */
    record Since(long time) implements Window {}
}
