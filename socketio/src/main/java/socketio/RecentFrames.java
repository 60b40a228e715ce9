package socketio;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to one socket lately, and the secret by which its client can come back. On the socket's loop. */
final class RecentFrames {
    private final String pid;
    private final Limits limits;
    private final long keepMillis;
    private final ArrayDeque<Recent> frames = new ArrayDeque<>();
    private long bytes;

    private record Recent(Frame frame, long millis) {}

    RecentFrames(String pid, Limits limits, long keepMillis) {
        this.pid = pid;
        this.limits = limits;
        this.keepMillis = keepMillis;
    }

    String pid() {
        return pid;
    }

    /** Keeps a frame, if it has an offset, and forgets what is too old or too much. */
    void add(Frame frame, long now) {
        if (frame.offset() == null) {
            return;
        }
        frames.add(new Recent(frame, now));
        bytes += frame.size();
        Recent oldest = frames.peek();
        while (oldest != null && isOver(oldest, now)) {
            bytes -= oldest.frame().size();
            frames.remove();
            oldest = frames.peek();
        }
    }

    private boolean isOver(Recent oldest, long now) {
        return frames.size() > limits.maxHeldFrames()
                || bytes > limits.maxHeldBytes()
                || oldest.millis() < now - keepMillis;
    }

    /** The frame at {@code offset} and what came after it; null if that one is not known any more. */
    @Nullable
    List<Frame> from(String offset) {
        List<Frame> later = null;
        for (Recent recent : frames) {
            if (later == null && offset.equals(recent.frame().offset())) {
                later = new ArrayList<>();
            }
            if (later != null) {
                later.add(recent.frame());
            }
        }
        return later;
    }
}
