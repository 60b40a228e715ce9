package chatroom.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a load client has measured, each by its name. */
record Figures(Map<String, Double> values) {
    /** Read from a line of {@code name=value} words; others are passed over. */
    static Figures of(String line) {
        Map<String, Double> values = new HashMap<>();
        for (String word : line.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                values.put(word.substring(0, equals), Double.valueOf(word.substring(equals + 1)));
            }
        }
        return new Figures(values);
    }

    /** @throws IllegalStateException if it was not measured */
    double get(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the load client has not measured " + name);
        }
        return value;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    double aSecond(String name) {
        return get(name) / get("seconds");
    }

    Figures with(String name, double value) {
        Map<String, Double> more = new HashMap<>(values);
        more.put(name, value);
        return new Figures(more);
    }

    static double median(List<Figures> rounds, String name) {
        double[] sorted = sorted(rounds, name);
        return sorted[sorted.length / 2];
    }

    static double sum(List<Figures> rounds, String name) {
        return rounds.stream().mapToDouble(round -> round.get(name)).sum();
    }

    /** Of all rounds, from the least to the most. */
    static double[] sorted(List<Figures> rounds, String name) {
        return rounds.stream().mapToDouble(round -> round.get(name)).sorted().toArray();
    }
}
