package socketio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rooms of one socket. On its loop. */
final class Memberships {
    private static final Membership[] NOWHERE = {};

    private @Nullable Membership[] all = NOWHERE;
    private int count;

    @Nullable
    Membership in(RoomSlot slot) {
        for (int index = 0; index < count; index++) {
            Membership member = all[index];
            if (member != null && member.slot.equals(slot)) {
                return member;
            }
        }
        return null;
    }

    void add(Membership member) {
        if (count == all.length) {
            all = Arrays.copyOf(all, count == 0 ? 1 : count * 2);
        }
        all[count++] = member;
    }

    /** False if it is none of these. */
    boolean remove(Membership member) {
        for (int index = 0; index < count; index++) {
            if (member.equals(all[index])) {
                all[index] = all[--count];
                all[count] = null;
                return true;
            }
        }
        return false;
    }

    /** Writes out what rooms have pending for this socket, because something else is to follow it. */
    void catchUp() {
        for (int index = count - 1; index >= 0 && index < count; index--) {
            Membership member = all[index];
            if (member != null) {
                member.slot.catchUp(member);
            }
        }
    }

    void endAll() {
        for (Membership member : list()) {
            member.slot.remove(member);
        }
    }

    List<Membership> list() {
        List<Membership> present = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            Membership member = all[index];
            if (member != null) {
                present.add(member);
            }
        }
        return present;
    }
}
