package chatroom.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Named series of points, and the axes they are along: all that {@code bench/plots/plot.js} is told. */
final class Plot {
    enum Scale {
        @JsonProperty("linear")
        LINEAR,
        /** What is not above 0 is left out. */
        @JsonProperty("log")
        LOG,
        @JsonProperty("names")
        NAMES
    }

    /** @param title what is along it, with its unit; null where the names say it */
    record Axis(@Nullable String title, Scale scale) {}

    /** A point with a bar beside it. */
    record Spread(double median, double least, double most) {
        /** @param rounds at least one, in any order */
        static Spread of(double... rounds) {
            return of(Arrays.stream(rounds).boxed().toList());
        }

        /** @param rounds at least one, in any order */
        static Spread of(Collection<Double> rounds) {
            double[] sorted =
                    rounds.stream().mapToDouble(round -> round).sorted().toArray();
            return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
        }
    }

    /** Each a number, a name or a spread. */
    private record Point(Object x, Object y) {}

    /** Drawn in the order in which its points were added. */
    record Series(String name, List<Object> points) {
        Series point(double x, double y) {
            return add(x, y);
        }

        Series point(double x, Spread y) {
            return add(x, y);
        }

        Series point(String x, Spread y) {
            return add(x, y);
        }

        Series point(Spread x, double y) {
            return add(x, y);
        }

        Series point(Spread x, String y) {
            return add(x, y);
        }

        private Series add(Object x, Object y) {
            points.add(new Point(x, y));
            return this;
        }
    }

    private record Level(String title, double y) {}

    private record Content(
            Axis x, Axis y, List<Series> series, @Nullable Level level) {}

    private final String name;
    private final Axis x;
    private final Axis y;
    private final List<Series> series = new ArrayList<>();
    private @Nullable Level level;

    /** @param name of its files, without what they end with */
    Plot(String name, Axis x, Axis y) {
        this.name = name;
        this.x = x;
        this.y = y;
    }

    String name() {
        return name;
    }

    /** One more, empty yet. */
    Series series(String title) {
        var one = new Series(title, new ArrayList<>());
        series.add(one);
        return one;
    }

    /** A line across, at what is asked for, say. */
    void level(String title, double at) {
        level = new Level(title, at);
    }

    String json() {
        try {
            return new JsonMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Content(x, y, series, level));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
