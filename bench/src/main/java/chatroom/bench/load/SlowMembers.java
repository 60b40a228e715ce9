package chatroom.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Members that stop reading for a while, and what becomes of them. */
final class SlowMembers {
    private static final int CLOSING_SECONDS = 10;
    private static final int ASKED_MAX = 10;

    private final LoadOptions options;
    private final List<MemberClient> members = new ArrayList<>();

    SlowMembers(LoadOptions options) {
        this.options = options;
    }

    void add(MemberClient member) {
        members.add(member);
    }

    boolean areNone() {
        return members.isEmpty();
    }

    void stopReading() {
        members.forEach(MemberClient::stopReading);
    }

    /** Reads on, and waits until the server has closed them all, which it does at its leisure. */
    void readOn() throws InterruptedException {
        members.forEach(MemberClient::readOn);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSING_SECONDS);
        while (closed().size() < members.size() && System.nanoTime() < end) {
            Thread.sleep(50);
        }
    }

    private List<MemberClient> closed() {
        return members.stream().filter(MemberClient::isClosed).toList();
    }

    /** How many were closed, how many of them were told why, and of how many that missed something nothing is lost. */
    String figures(String token, int room) throws Exception {
        List<MemberClient> closed = closed();
        int complete = 0;
        int asked = 0;
        try (var missed = new MissedPosts(options.port())) {
            for (int i = 0; i < closed.size(); i += Math.max(1, closed.size() / ASKED_MAX)) {
                asked++;
                complete += missed.areComplete(token, room, closed.get(i).lastSeen()) ? 1 : 0;
            }
        }
        long told = closed.stream().filter(MemberClient::wasToldSlow).count();
        return " closed=%d told=%d asked=%d complete=%d".formatted(closed.size(), told, asked, complete);
    }
}
