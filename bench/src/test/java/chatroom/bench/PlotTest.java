package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** What is to be drawn, as it is written. */
class PlotTest {
    private final JsonMapper mapper = new JsonMapper();

    @Test
    void aPlotHasItsAxesItsSeriesAndTheSpreadOfItsPoints() throws IOException {
        var plot = new Plot(
                "growth", new Plot.Axis("members", Plot.Scale.LOG), new Plot.Axis("deliveries", Plot.Scale.LINEAR));
        plot.level("asked for", 7);
        plot.series("ours").point(1_000, Plot.Spread.of(9, 5, 6)).point(5_000, 4);

        assertThat(mapper.readTree(plot.json())).isEqualTo(mapper.readTree("""
                {
                  "x": {"title": "members", "scale": "log"},
                  "y": {"title": "deliveries", "scale": "linear"},
                  "series": [
                    {
                      "name": "ours",
                      "points": [
                        {"x": 1000.0, "y": {"median": 6.0, "least": 5.0, "most": 9.0}},
                        {"x": 5000.0, "y": 4.0}
                      ]
                    }
                  ],
                  "level": {"title": "asked for", "y": 7.0}
                }
                """));
    }

    @Test
    void percentilesAreNamedAndInMilliseconds() throws IOException {
        var micros = new Histogram(3);
        for (int i = 1; i <= 1_000; i++) {
            micros.recordValue(i);
        }
        Plot plot = Percentiles.plot("history", "ms");
        Percentiles.add(plot, "a page", List.of(Percentiles.of(micros)));

        JsonNode points = mapper.readTree(plot.json()).at("/series/0/points");

        assertThat(points.findValuesAsText("x")).containsExactly("p50", "p90", "p99", "p99.9", "max");
        assertThat(points.findValuesAsText("median")).containsExactly("0.5", "0.9", "0.99", "0.999", "1.0");
    }
}
