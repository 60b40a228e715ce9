package chatroom.room;

import chatroom.AccountId;
import chatroom.Pace;
import chatroom.limit.Rate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was posted in one room lately, and how long its members should wait for all of them together to keep to a rate. Those
 * who lead the room do not wait, so that their posts do not count. Guarded by its owner.
 */
final class Flood {
    /** Seconds. Each doubles the one before, so that a room that is just quiet enough is not loud again one step lower. */
    private static final int[] STEPS = {0, 1, 2, 4, 8, 15, 30, 60, 120, 240};

    private static final int PARTS = 10;
    private static final int PERIODS_OF_CALM = 2;
    private static final long SECOND = 1_000_000_000L;

    private final int max;
    private final long period;
    private final long part;
    private final int[] posts = new int[PARTS];
    private final Map<AccountId, Long> authors = new HashMap<>(4);
    private Set<AccountId> leading = Set.of();
    private boolean leadersKnown;
    private int total;
    private long newestPart;
    private long loudAt;
    private long changedAt;
    private int automatic;
    private boolean leftToPeople;

    /** @param now nanoseconds of the clock that all calls use */
    Flood(Rate rate, long now) {
        this.max = rate.count();
        this.period = rate.period().toNanos();
        this.part = Math.max(1, period / PARTS);
        this.newestPart = Math.floorDiv(now, part);
        this.loudAt = now - PERIODS_OF_CALM * period;
        this.changedAt = now - period;
    }

    void posted(AccountId author, long now) {
        if (leading.contains(author)) {
            return;
        }
        turnTo(now);
        posts[Math.floorMod(newestPart, PARTS)]++;
        total++;
        if (isLively()) {
            loudAt = now;
            authors.put(author, newestPart);
        }
    }

    /** The server has set a pace. */
    void adapted(Pace pace, long now) {
        automatic = pace.isAutomatic() ? pace.seconds() : 0;
        changedAt = now;
    }

    /** People have set a pace: as long as it goes on as it is, they know better. */
    void setByPeople(long now) {
        turnTo(now);
        leftToPeople = automatic > 0 || isLively();
        automatic = 0;
        changedAt = now;
    }

    /** Who leads the room may be otherwise now. */
    void rolesChanged() {
        leadersKnown = false;
        // Counted until it is asked again who leads.
        leading = Set.of();
    }

    /** Whether the pace should be another one. */
    boolean asks(long now) {
        turnTo(now);
        authors.values().removeIf(last -> last <= newestPart - PARTS);
        if (isLively()) {
            loudAt = now;
        } else if (now - loudAt >= PERIODS_OF_CALM * period) {
            leftToPeople = false;
        }
        return isTooFast(now) || isCalm(now);
    }

    /** Nothing is known of it that a new one would not know. */
    boolean isOver(long now) {
        turnTo(now);
        return total == 0 && automatic == 0 && !leftToPeople;
    }

    /** How long members should wait, given how it is and who leads the room. */
    int wanted(Pace pace, Set<AccountId> leaders, long now) {
        if (!leadersKnown || !leading.equals(leaders)) {
            leading = leaders;
            leadersKnown = true;
            if (authors.keySet().removeAll(leaders)) {
                // Counted anew without them.
                Arrays.fill(posts, 0);
                total = 0;
            }
        }
        turnTo(now);
        if (isTooFast(now)) {
            int needed = (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(authors.size() * period, max * SECOND));
            return Math.max(pace.seconds(), atLeast(Math.max(needed, pace.seconds() + 1)));
        }
        return isCalm(now) ? Math.max(pace.manual(), below(pace.seconds())) : pace.seconds();
    }

    /** Not so soon after a change that it could not be felt yet: everybody may post once more at first. */
    private boolean isTooFast(long now) {
        long patience = Math.max(period, automatic * SECOND);
        return total > max && !leftToPeople && now - changedAt >= patience;
    }

    /** For as long as everybody had to wait, nobody was in a hurry. */
    private boolean isCalm(long now) {
        long calm = Math.max(PERIODS_OF_CALM * period, automatic * SECOND);
        return automatic > 0 && now - Math.max(loudAt, changedAt) >= calm;
    }

    private boolean isLively() {
        return 2L * total >= max;
    }

    private void turnTo(long now) {
        long next = Math.floorDiv(now, part);
        if (next - newestPart >= PARTS) {
            Arrays.fill(posts, 0);
            total = 0;
            authors.clear();
            newestPart = next;
        }
        while (newestPart < next) {
            int oldest = Math.floorMod(++newestPart, PARTS);
            total -= posts[oldest];
            posts[oldest] = 0;
        }
    }

    private static int atLeast(int seconds) {
        for (int step : STEPS) {
            if (step >= seconds) {
                return step;
            }
        }
        return STEPS[STEPS.length - 1];
    }

    private static int below(int seconds) {
        int below = 0;
        for (int step : STEPS) {
            below = step < seconds ? step : below;
        }
        return below;
    }
}
