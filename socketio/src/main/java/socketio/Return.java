package socketio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;

/**
 * A client comes back for the state of its lost socket, perhaps on another loop. The new socket joins the rooms and is
 * held; the lost one leaves them and gives what it kept; both at one moment between broadcasts, so that each frame is in
 * one of the two and in one only.
 */
final class Return {
    private final Peer peer;
    private final LostSocket lost;
    private final LiveSocket socket;
    private final byte[] auth;
    private final List<Held> holds = new ArrayList<>();

    private record Held(RoomSlot slot, LiveHold hold) {}

    Return(Peer peer, LostSocket lost, LiveSocket socket, byte[] auth) {
        this.peer = peer;
        this.lost = lost;
        this.socket = socket;
        this.auth = auth;
    }

    /** On the new loop. */
    void begin() {
        String offset = String.valueOf(Recoveries.offset(auth));
        Loop here = socket.loop();
        socket.returning(lost);
        peer.server().recovery().atomically(() -> {
            // A loop gets no broadcasts for a room that has no slot there.
            for (LiveRoom room : lost.rooms()) {
                RoomSlot slot = room.slotFor(socket);
                holds.add(new Held(slot, new LiveHold(slot, socket, () -> {})));
            }
            here.submit(this::join);
            lost.loop().submit(() -> {
                List<Frame> frames = lost.leave(offset);
                here.submit(() -> finish(frames));
            });
        });
    }

    private void join() {
        for (Held held : holds) {
            held.slot().joinHeld(socket, held.hold());
        }
    }

    private void finish(@Nullable List<Frame> frames) {
        if (!socket.mayJoin()) {
            return;
        }
        if (frames == null) {
            socket.abandoned();
            peer.left(socket);
            peer.admit(socket.space(), auth);
            return;
        }
        socket.returned(frames);
        for (Held held : holds) {
            held.slot().release(held.hold(), socket, Long.MIN_VALUE, () -> {});
        }
    }
}
