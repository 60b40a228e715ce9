package chatroom.bench;

import java.util.List;
import java.util.Map;

/** A scenario's rounds as a plot: the latencies where the rate is given, else the figure that counts. */
final class RoundsPlot {
    private RoundsPlot() {}

    static Plot of(Scenario scenario, Map<Subject, List<Round>> rounds) {
        return scenario.hasRate() ? latencies(scenario, rounds) : figures(scenario, rounds);
    }

    private static Plot latencies(Scenario scenario, Map<Subject, List<Round>> rounds) {
        Plot plot = Percentiles.plot(scenario.title(), "latency, ms");
        for (Subject subject : measured(scenario, rounds)) {
            Percentiles.add(
                    plot,
                    subject.title(),
                    rounds.getOrDefault(subject, List.of()).stream()
                            .map(Round::latency)
                            .toList());
        }
        return plot;
    }

    /** Rates differ by powers of ten, memory does not. */
    private static Plot figures(Scenario scenario, Map<Subject, List<Round>> rounds) {
        Plot.Scale scale = scenario.unit().endsWith("/s") ? Plot.Scale.LOG : Plot.Scale.LINEAR;
        var plot = new Plot(
                scenario.title(), new Plot.Axis(scenario.unit(), scale), new Plot.Axis(null, Plot.Scale.NAMES));
        for (Subject subject : measured(scenario, rounds)) {
            double[] figures = rounds.getOrDefault(subject, List.of()).stream()
                    .mapToDouble(Round::figure)
                    .toArray();
            plot.series(subject.title()).point(Plot.Spread.of(figures), subject.title());
        }
        return plot;
    }

    /** In the scenario's order. */
    private static List<Subject> measured(Scenario scenario, Map<Subject, List<Round>> rounds) {
        return scenario.subjects().stream().filter(rounds::containsKey).toList();
    }
}
