package chatroom.live;

import chatroom.Change;
import chatroom.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Consecutive events of a room as somebody is shown them: some posts are left out, and each run of those has one part. */
record Excerpt(List<Part> parts) {
    /** Its parts in the order of the log. */
    sealed interface Part {
        /** The position up to which one knows, having seen it. */
        long to();
    }

    /** @param index which of the events it is */
    record Shown(int index, Event event) implements Part {
        @Override
        public long to() {
            return event.position().value();
        }
    }

    /** Posts that follow each other in the log and are all left out. */
    record Skipped(List<Event> posts) implements Part {
        long from() {
            return posts.getFirst().position().value();
        }

        @Override
        public long to() {
            return posts.getLast().position().value();
        }

        boolean contains(long position) {
            return from() <= position && position < to();
        }

        /** What is left of it for who knows everything up to a position within. */
        Skipped after(long position) {
            return new Skipped(posts.stream()
                    .filter(post -> post.position().value() > position)
                    .toList());
        }
    }

    Excerpt {
        parts = List.copyOf(parts);
    }

    /** @param shown which posts are; what is no post always is */
    static Excerpt of(List<Event> events, BitSet shown) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= events.size(); i++) {
            boolean ends = i == events.size() || shown.get(i) || !isPost(events.get(i));
            if (ends && from < i) {
                parts.add(new Skipped(List.copyOf(events.subList(from, i))));
            }
            if (ends && i < events.size()) {
                parts.add(new Shown(i, events.get(i)));
            }
            from = ends ? i + 1 : from;
        }
        return new Excerpt(parts);
    }

    /** What is left of it for who knows everything up to a position. */
    Excerpt after(long position) {
        List<Part> later = new ArrayList<>();
        for (Part part : parts) {
            if (part.to() > position) {
                later.add(part instanceof Skipped run && run.from() <= position ? run.after(position) : part);
            }
        }
        return new Excerpt(later);
    }

    List<Skipped> runs() {
        return parts.stream()
                .filter(Skipped.class::isInstance)
                .map(Skipped.class::cast)
                .toList();
    }

    static boolean isPost(Event event) {
        return event.change() instanceof Change.Posted;
    }
}
