package chatroom.bench.load;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** What the viewers of one room count together. Any thread. */
final class Crowd {
    private static final long LONGEST_MICROS = 60_000_000;

    /** Above so many online nobody is named by who comes and goes. */
    private static final long NAMED_MAX = 1_000;

    /** What a post is to who is shown it. */
    enum Relation {
        OWN,
        NAMED,
        LED,
        OTHER
    }

    private final Map<Relation, Recorder> latencies = new EnumMap<>(Relation.class);
    private final LongAdder shown = new LongAdder();
    private final LongAdder leftOut = new LongAdder();
    private final LongAdder presences = new LongAdder();
    private final LongAdder namedPresences = new LongAdder();
    private final LongAdder typings = new LongAdder();

    Crowd() {
        for (Relation relation : Relation.values()) {
            latencies.put(relation, new Recorder(LONGEST_MICROS, 3));
        }
    }

    void shown(long nanos, Relation relation) {
        shown.increment();
        Recorder recorder = latencies.get(relation);
        if (recorder != null) {
            recorder.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
        }
    }

    void leftOut(long posts) {
        leftOut.add(posts);
    }

    void presence(long online, boolean named) {
        if (online > NAMED_MAX) {
            presences.increment();
            if (named) {
                namedPresences.increment();
            }
        }
    }

    void typing() {
        typings.increment();
    }

    long presences() {
        return presences.sum();
    }

    /** As words {@code key=value}. */
    String figures() {
        var words = new StringBuilder("shown=%d leftOut=%d presences=%d namedPresences=%d typings=%d"
                .formatted(shown.sum(), leftOut.sum(), presences.sum(), namedPresences.sum(), typings.sum()));
        latencies.forEach((relation, recorder) -> {
            Histogram all = recorder.getIntervalHistogram();
            String name = relation.name().toLowerCase(Locale.ROOT);
            words.append(" %sCount=%d %sP50=%d %sP99=%d"
                    .formatted(
                            name,
                            all.getTotalCount(),
                            name,
                            all.getValueAtPercentile(50),
                            name,
                            all.getValueAtPercentile(99)));
        });
        return words.toString();
    }
}
