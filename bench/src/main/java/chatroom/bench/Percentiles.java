package chatroom.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/** Of latencies, in milliseconds. */
record Percentiles(double p50, double p90, double p99, double p999, double max) {
    static final Percentiles NONE = new Percentiles(0, 0, 0, 0, 0);

    private static final double MICROS = 1_000;

    static Percentiles of(Histogram micros) {
        return new Percentiles(
                micros.getValueAtPercentile(50) / MICROS,
                micros.getValueAtPercentile(90) / MICROS,
                micros.getValueAtPercentile(99) / MICROS,
                micros.getValueAtPercentile(99.9) / MICROS,
                micros.getMaxValue() / MICROS);
    }

    static Percentiles of(Figures micros) {
        return new Percentiles(
                micros.get("p50") / MICROS,
                micros.get("p90") / MICROS,
                micros.get("p99") / MICROS,
                micros.get("p999") / MICROS,
                micros.get("max") / MICROS);
    }

    /** One of them over the rounds, as tables have it. */
    static String shown(List<Percentiles> rounds, ToDoubleFunction<Percentiles> one) {
        return Measurement.ofThree(rounds.stream().mapToDouble(one).sorted().toArray(), "%.1f");
    }

    /** Without series yet. */
    static Plot plot(String name, String title) {
        return new Plot(name, new Plot.Axis(null, Plot.Scale.NAMES), new Plot.Axis(title, Plot.Scale.LOG));
    }

    /** One series of a plot of them: each percentile over the rounds. */
    static void add(Plot plot, String title, List<Percentiles> rounds) {
        plot.series(title)
                .point("p50", spread(rounds, Percentiles::p50))
                .point("p90", spread(rounds, Percentiles::p90))
                .point("p99", spread(rounds, Percentiles::p99))
                .point("p99.9", spread(rounds, Percentiles::p999))
                .point("max", spread(rounds, Percentiles::max));
    }

    static double median(List<Percentiles> rounds, ToDoubleFunction<Percentiles> one) {
        return spread(rounds, one).median();
    }

    private static Plot.Spread spread(List<Percentiles> rounds, ToDoubleFunction<Percentiles> one) {
        return Plot.Spread.of(rounds.stream().mapToDouble(one).toArray());
    }
}
