package chatroom.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import socketio.Frame;
import socketio.Hold;

/**
 * A client that is entering a throttled channel. What it reads of the past may end within a run of posts that the others were
 * told of as left out: then it is told of the rest of that run alone.
 */
final class Entry implements Hold {
    private final Entries entries;
    private final Client client;
    private final Hold hold;

    // Guarded by the throttle's turn.
    private final List<Excerpt.Skipped> held = new ArrayList<>();
    private long known;
    private long releasedAt;

    Entry(Entries entries, Client client, Hold hold) {
        this.entries = entries;
        this.client = client;
        this.hold = hold;
    }

    Client client() {
        return client;
    }

    /** These runs are among what is held. */
    void note(List<Excerpt.Skipped> runs) {
        held.addAll(runs);
    }

    /** Up to where the client knows everything. */
    long known() {
        return known;
    }

    long releasedAt() {
        return releasedAt;
    }

    @Override
    public void release(long after, Runnable first) {
        entries.exclusively(() -> {
            Excerpt.Skipped cut = runAt(after);
            if (cut == null) {
                known = after;
                hold.release(after, first);
            } else {
                known = cut.to();
                Frame rest = LiveFrames.skipped(entries.room(), cut.after(after));
                hold.release(cut.to(), () -> {
                    first.run();
                    client.socket().emit(rest);
                });
            }
            releasedAt = entries.released(this);
            held.clear();
        });
    }

    @Override
    public void release(long after, Frame first) {
        release(after, () -> client.socket().emit(first));
    }

    @Override
    public void cancel() {
        entries.ended(this);
        hold.cancel();
    }

    private Excerpt.@Nullable Skipped runAt(long position) {
        return held.stream().filter(run -> run.contains(position)).findFirst().orElse(null);
    }
}
