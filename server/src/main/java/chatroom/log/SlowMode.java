package chatroom.log;

import chatroom.AccountId;
import chatroom.ErrorCode;
import chatroom.Pace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who has to wait in a room whose members may post only so often. A restart forgets who posted when, and no more. */
final class SlowMode {
    private static final int POSTS_HELD = 10_000;

    private final Map<AccountId, Long> lastPosts = new HashMap<>();
    private Pace pace;

    SlowMode(Pace pace) {
        this.pace = pace;
    }

    Pace pace() {
        return pace;
    }

    void set(Pace now) {
        pace = now;
    }

    /**
     * Where the clock was set back, a post counts as made now, so that nobody waits longer than the room says. Returns how to
     * take that back, or null where it was not.
     */
    @Nullable
    Runnable followClock(AccountId member, long at) {
        Long last = lastPosts.get(member);
        if (last == null || last <= at) {
            return null;
        }
        lastPosts.put(member, at);
        return () -> lastPosts.put(member, last);
    }

    @Nullable
    Decision hindrance(AccountId member, long at) {
        Long last = pace.seconds() == 0 ? null : lastPosts.get(member);
        if (last == null) {
            return null;
        }
        long wait = last + millis() - at;
        return wait > 0
                ? new Decision.Refused(ErrorCode.SLOW_MODE, "this room is in slow mode", null, Duration.ofMillis(wait))
                : null;
    }

    /** Takes note of a post. Returns how to forget it again, or null where nobody has to wait. */
    @Nullable
    Runnable posted(AccountId author, long at) {
        if (pace.seconds() == 0) {
            return null;
        }
        Long before = lastPosts.put(author, at);
        return () -> {
            if (before == null) {
                lastPosts.remove(author);
            } else {
                lastPosts.put(author, before);
            }
        };
    }

    /** Lets go of those who need not wait any more, if there are many. Not before the batch is committed. */
    void trim(long now) {
        if (pace.seconds() == 0) {
            lastPosts.clear();
        } else if (lastPosts.size() > POSTS_HELD) {
            forgetUpTo(now);
        }
    }

    /** Lets go of those who need not wait any more. Returns whether nobody is left. */
    boolean forgetUpTo(long now) {
        // What lies farther ahead than anybody waits is from before the clock was set back, and counts as made now.
        lastPosts.replaceAll((member, last) -> last - now > millis() ? now : last);
        lastPosts.values().removeIf(last -> now - last >= millis());
        return lastPosts.isEmpty();
    }

    private long millis() {
        return pace.seconds() * 1_000L;
    }
}
