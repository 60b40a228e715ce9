package socketio;

import org.jspecify.annotations.Nullable;

/** One socket in one room; seen from both sides. On the socket's loop. */
final class Membership {
    final RoomSlot slot;
    final LiveSocket socket;

    /** Its place among the members of the slot. */
    int place;

    /** How many of the slot's pending deliveries this member needs no more: it got them, or came after them. */
    int ahead;

    /**
     * What has a lower sequence, or this one, was in the snapshot that the member got: it may be broadcast later, for a
     * snapshot may show what its writer has not told yet.
     */
    long after = Long.MIN_VALUE;

    /** What keeps its frames back, if anything does. */
    @Nullable
    LiveHold hold;

    Membership(RoomSlot slot, LiveSocket socket) {
        this.slot = slot;
        this.socket = socket;
    }
}
