package socketio;

import java.util.ArrayList;
import java.util.List;

/**
 * By what a client can come back for its socket: the secret that it knows, and when the socket was in which room. The
 * frames themselves are with {@link SentFrames}. Belongs to the loop of the socket, and then to that of its successor.
 */
final class Trail {
    private static final int MAX_LEFT = 32;

    private final String pid;
    private final Mailbox own = new Mailbox();
    private final List<Stay> stays = new ArrayList<>(2);
    private long unknownUntil;
    private boolean broken;

    /** A time in a room: what was broadcast there after {@code since} and up to {@code until} was for the socket. */
    record Stay(LiveRoom room, long since, long until) {
        private static final long STILL = Long.MAX_VALUE;

        boolean isOver() {
            return end() != STILL;
        }

        /** Its end, also if the whole room was cleared while the socket was lost. */
        long end() {
            long cleared = room.clearedAt();
            return since < cleared ? Math.min(until, cleared) : until;
        }
    }

    Trail(String pid) {
        this.pid = pid;
    }

    String pid() {
        return pid;
    }

    /** What was emitted to this socket alone. */
    Mailbox own() {
        return own;
    }

    List<Stay> stays() {
        return stays;
    }

    /** Up to which frame nobody can say what was for the socket. */
    long unknownUntil() {
        return unknownUntil;
    }

    /** A hold was used: frames left in another order than that of their sequence, so an offset tells nothing. */
    void breakOff() {
        broken = true;
        stays.clear();
    }

    boolean isBroken() {
        return broken;
    }

    void joined(LiveRoom room, long since) {
        stays.add(new Stay(room, since, Stay.STILL));
    }

    /** What came up to {@code until} may still be on its way, so the stay is not forgotten at once. */
    void left(LiveRoom room, long until) {
        int over = 0;
        for (int index = 0; index < stays.size(); index++) {
            Stay stay = stays.get(index);
            if (!stay.isOver() && stay.room().equals(room)) {
                stays.set(index, new Stay(room, stay.since(), until));
                over++;
            } else if (stay.isOver()) {
                over++;
            }
        }
        if (over > MAX_LEFT) {
            forgetFirst();
        }
    }

    private void forgetFirst() {
        int first = -1;
        for (int index = 0; index < stays.size(); index++) {
            Stay stay = stays.get(index);
            if (stay.isOver() && (first < 0 || stay.end() < stays.get(first).end())) {
                first = index;
            }
        }
        unknownUntil = stays.remove(first).end();
    }
}
