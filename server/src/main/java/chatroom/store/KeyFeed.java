package chatroom.store;

import chatroom.Change;
import chatroom.Event;
import chatroom.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest keys as the log has committed them, so that nobody reads them from the disk again. It has a bound: what does not
 * fit any more is in the log. Any thread.
 */
final class KeyFeed {
    private static final int ROWS = 1 << 15;

    /** Of the texts. They are in memory anyway, and would be let go a little earlier. */
    private static final int CHARACTERS = 8 * 1024 * 1024;

    /** What the index takes of an event. @param key none where it was no post, or one without */
    record Row(
            long position,
            long room,
            long author,
            long at,
            @Nullable String key,
            String text) {
        static Row of(Event event) {
            var posted = event.change() instanceof Change.Posted change ? change : null;
            return new Row(
                    event.position().value(),
                    event.room().value(),
                    event.author().id().value(),
                    event.at(),
                    posted == null ? null : posted.key(),
                    posted == null ? "" : posted.text());
        }
    }

    private List<Row> rows = new ArrayList<>();
    private int characters;
    /** Every event behind this position and up to the other one is here. At first, none is. */
    private long behind = Long.MAX_VALUE;

    private long upTo = -1;

    /** Takes note of what was committed, in the order of the log. Says whether it is time to take it. */
    synchronized boolean add(List<Event> events) {
        for (Event event : events) {
            long position = event.position().value();
            if (position != upTo + 1) {
                // Nothing says that there is nothing between.
                startBehind(position - 1);
            }
            upTo = position;
            var row = Row.of(event);
            rows.add(row);
            characters += row.text().length();
        }
        if (rows.size() > ROWS || characters > CHARACTERS) {
            startBehind(upTo);
        }
        return rows.size() > ROWS / 2 || characters > CHARACTERS / 2;
    }

    /** Hands over all from behind a position on; null if that lies further back than what is here. */
    synchronized @Nullable List<Row> take(Position known) {
        if (behind > known.value()) {
            return null;
        }
        List<Row> taken = rows;
        startBehind(upTo);
        taken.removeIf(row -> row.position() <= known.value());
        return taken;
    }

    private void startBehind(long position) {
        rows = new ArrayList<>();
        characters = 0;
        behind = position;
    }
}
