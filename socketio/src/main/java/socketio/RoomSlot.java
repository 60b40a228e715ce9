package socketio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import socketio.loop.Loop;

/**
 * The members that a room has on one loop, and what is to be written to them at the end of the turn, or of the room's rest. On
 * that loop.
 */
final class RoomSlot {
    private static final int MAX_JOINED_BYTES = 256 * 1024;
    private static final int INITIAL_MEMBERS = 2;

    /** From so many members on they are flushed one by one, whatever else the turn has: its pace is that of the sends. */
    private static final int BIG = 256;

    private final LiveRoom room;
    private final Loop loop;
    private final Pending pending;
    private final WritingPace pace;
    private final Runnable writeScheduled = this::writeScheduled;
    private @Nullable Membership[] members = new Membership[INITIAL_MEMBERS];
    private int count;
    private boolean scheduled;

    RoomSlot(LiveRoom room, Loop loop) {
        this.room = room;
        this.loop = loop;
        this.pending =
                new Pending(room.namespace().name(), room.namespace().server().metrics());
        this.pace = new WritingPace(room.namespace().server().options().coalescing(), System.nanoTime());
    }

    Loop loop() {
        return loop;
    }

    /** A delivery for all who are members now. */
    void add(Delivery delivery) {
        if (count == 0) {
            return;
        }
        pending.add(delivery);
        if (pending.bytes() >= MAX_JOINED_BYTES) {
            writeOut();
        } else if (!scheduled) {
            scheduled = true;
            schedule();
        }
    }

    private void schedule() {
        long rest = pace.rest(System.nanoTime());
        if (rest > 0) {
            loop.atEndOfTurnIn(rest, writeScheduled);
        } else {
            loop.atEndOfTurn(writeScheduled);
        }
    }

    private void writeScheduled() {
        scheduled = false;
        writeOut();
    }

    /** Writes to every member what is pending. */
    void writeOut() {
        if (pending.size() == 0) {
            return;
        }
        Pending.Flushing flushing =
                count >= BIG || loop.isOnlyEnding() ? Pending.Flushing.AT_ONCE : Pending.Flushing.AT_END_OF_TURN;
        long begin = System.nanoTime();
        try {
            // Downwards, because a member that is found slow leaves while we are at it.
            for (int index = count - 1; index >= 0; index--) {
                pending.write(at(index), flushing);
            }
        } finally {
            pending.clear();
            pace.wrote(begin, System.nanoTime());
        }
    }

    private Membership at(int index) {
        Membership member = members[index];
        if (member == null) {
            throw new IllegalStateException("No member at " + index);
        }
        return member;
    }

    /** Writes to this member alone what is pending, because something else is to follow it. */
    void catchUp(Membership member) {
        pending.writeAlone(member);
    }

    /** Makes a connected socket a member; false if it is one already. */
    boolean join(LiveSocket socket) {
        if (!socket.isConnected() || socket.memberships().in(this) != null) {
            return false;
        }
        member(socket);
        return true;
    }

    private Membership member(LiveSocket socket) {
        Membership known = socket.memberships().in(this);
        if (known != null) {
            return known;
        }
        Membership fresh = new Membership(this, socket);
        if (count == members.length) {
            members = Arrays.copyOf(members, count * 2);
        }
        fresh.place = count;
        pending.cameLate(fresh);
        members[count++] = fresh;
        socket.memberships().add(fresh);
        room.count(1);
        return fresh;
    }

    void joinHeld(LiveSocket socket, LiveHold hold) {
        if (socket.isConnected()) {
            socket.breakTrail();
            catchUp(member(socket));
            // Anew, for what it had not got yet may have been too much for its hold, which ended it.
            Membership member = member(socket);
            LiveHold replaced = member.hold;
            member.hold = hold;
            member.after = Long.MIN_VALUE;
            if (replaced != null) {
                replaced.ended(Hold.End.REPLACED);
            }
        }
    }

    /** Ends a membership; false if there is none. */
    boolean leave(LiveSocket socket) {
        Membership member = socket.memberships().in(this);
        if (member == null) {
            return false;
        }
        catchUp(member);
        end(member);
        return true;
    }

    /** Ends a membership, whose hold is told so. */
    private void end(Membership member) {
        LiveHold hold = member.hold;
        remove(member);
        if (hold != null) {
            hold.ended(Hold.End.LEFT);
        }
    }

    /** Takes a member out, quietly; does nothing if that is done already. */
    void remove(Membership member) {
        if (member.socket.memberships().remove(member)) {
            Membership last = at(--count);
            members[count] = null;
            if (!last.equals(member)) {
                members[member.place] = last;
                last.place = member.place;
            }
            member.hold = null;
            room.count(-1);
        }
    }

    void release(LiveHold hold, LiveSocket socket, long after, Runnable first) {
        Membership member = socket.memberships().in(this);
        if (member == null || !hold.equals(member.hold)) {
            return;
        }
        catchUp(member);
        if (!hold.equals(member.hold)) {
            return;
        }
        member.hold = null;
        member.after = after;
        loop.runInline(first);
        List<Frame> frames = hold.later(after);
        if (!frames.isEmpty()) {
            socket.outbox().sendAll(frames);
        }
    }

    void cancel(LiveHold hold, LiveSocket socket) {
        Membership member = socket.memberships().in(this);
        if (member != null && hold.equals(member.hold)) {
            remove(member);
        }
    }

    /** Ends every membership; {@code now} is between which frames. */
    void clear(long now) {
        writeOut();
        for (int index = count - 1; index >= 0; index--) {
            Membership member = at(index);
            end(member);
            member.socket.trailLeft(room, now);
        }
    }

    void forEach(Consumer<Socket> action) {
        for (Membership member : new ArrayList<>(Arrays.asList(members).subList(0, count))) {
            if (member != null && member.socket.isConnected()) {
                action.accept(member.socket);
            }
        }
    }
}
