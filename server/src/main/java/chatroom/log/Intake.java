package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ChatException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a log has taken and not answered yet, in bytes: bounded in all and for each author. An author may have a share of what
 * is free, so that it shrinks as the log fills, and the last part is for those who have nothing else in flight: many who send
 * without end leave room for one who says little. Any thread; nothing blocks.
 */
final class Intake {
    /** What a proposal costs beside its text. */
    private static final int OVERHEAD_BYTES = 512;

    /** One part in so many is for authors with nothing else in flight. */
    private static final int RESERVE = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final long max;
    private final int share;
    private final AtomicLong taken = new AtomicLong();
    private final ConcurrentMap<AccountId, Long> byAuthor = new ConcurrentHashMap<>();

    /**
     * @param max bytes
     * @param share one author may have one part in so many of what is free
     */
    Intake(long max, int share) {
        this.max = max;
        this.share = share;
    }

    /**
     * Takes a proposal in, or says why not: {@code rate-limited} if its author has much in flight, {@code unavailable} if all
     * have. One that is alone of its author is refused only if there is no room at all.
     */
    @Nullable
    ChatException enter(Proposal proposal) {
        long size = size(proposal);
        long free = max - taken.addAndGet(size);
        if (free < 0) {
            taken.addAndGet(-size);
            return ChatException.unavailable("too many posts are waiting", PATIENCE);
        }
        long mine = byAuthor.merge(proposal.author().id(), size, Long::sum);
        if (mine > size && mine > (free - max / RESERVE) / share) {
            leave(proposal);
            return ChatException.rateLimited("too many posts of yours are waiting", PATIENCE);
        }
        return null;
    }

    /** A proposal that was taken in has its answer. */
    void leave(Proposal proposal) {
        long size = size(proposal);
        byAuthor.computeIfPresent(proposal.author().id(), (id, mine) -> mine > size ? Long.valueOf(mine - size) : null);
        taken.addAndGet(-size);
    }

    long taken() {
        return taken.get();
    }

    static long size(Proposal proposal) {
        return OVERHEAD_BYTES
                + switch (proposal.change()) {
                    case Change.Posted posted -> 2L * posted.text().length();
                    case Change.Edited edited -> 2L * edited.text().length();
                    default -> 0L;
                };
    }
}
