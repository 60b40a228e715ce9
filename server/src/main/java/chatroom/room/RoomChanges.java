package chatroom.room;

import org.jspecify.annotations.Nullable;

/** What is to become of a room; null stays as it is. */
public record RoomChanges(
        @Nullable String name,
        @Nullable String topic,
        @Nullable Boolean archived,
        @Nullable Integer slowMode) {
    boolean isEmpty() {
        return name == null && topic == null && archived == null && slowMode == null;
    }
}
