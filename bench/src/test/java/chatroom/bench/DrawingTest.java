package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By the real Node. */
class DrawingTest {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

    private final Plot plot =
            new Plot("drawing-test", new Plot.Axis("posts/s", Plot.Scale.LOG), new Plot.Axis("ms", Plot.Scale.LINEAR));

    @BeforeAll
    static void bringLibraries() throws IOException, InterruptedException {
        Path folder = PROJECT.resolve("bench/plots");
        if (!Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            // Not inheritIO: the input and output of a test's process are what Surefire speaks over.
            Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            npm.getOutputStream().close();
            String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(npm.waitFor()).describedAs(output).isZero();
        }
    }

    @Test
    void whatIsDrawnNamesItsAxesAndSeries() throws IOException, InterruptedException {
        plot.level("asked for", 7);
        plot.series("ours").point(1_000, Plot.Spread.of(9, 5, 6)).point(5_000, 4);
        plot.series("theirs").point(0, 2).point(2_000, 3);

        Drawing.draw(PROJECT, plot);

        assertThat(svg("drawing-test"))
                .startsWith("<svg")
                .contains(">posts/s (logarithmic)<", ">ms<", ">ours<", ">theirs<", ">asked for<")
                .contains(
                        "posts/s (logarithmic): 1,000; ms: 6; name: ours",
                        "posts/s (logarithmic): 5,000; ms: 4; name: ours",
                        "posts/s (logarithmic): 2,000; ms: 3; name: theirs")
                .contains("yMost: 9")
                .doesNotContain("posts/s (logarithmic): 0;");
    }

    @Test
    void onAnAxisOfNamesEachPointHasItsValue() throws IOException, InterruptedException {
        var names = new Plot(
                "drawing-test-names",
                new Plot.Axis("posts/s", Plot.Scale.LINEAR),
                new Plot.Axis(null, Plot.Scale.NAMES));
        names.series("ours").point(new Plot.Spread(1_234, 1_000, 2_000), "ours");
        names.series("theirs").point(new Plot.Spread(567, 500, 600), "theirs");

        Drawing.draw(PROJECT, names);

        assertThat(svg("drawing-test-names")).contains(">ours<", ">theirs<", ">1,230<", ">567<");
    }

    private static String svg(String name) throws IOException {
        return Files.readString(PROJECT.resolve("bench/target/plots/" + name + ".svg"));
    }

    @Test
    void whereTheLibrariesAreMissingWhatIsToBeDrawnIsKept(@TempDir Path project)
            throws IOException, InterruptedException {
        plot.series("ours").point(1, 2);

        Drawing.draw(project, plot);

        assertThat(project.resolve("bench/target/plots/drawing-test.json")).hasContent(plot.json());
        assertThat(project.resolve("bench/target/plots/drawing-test.svg")).doesNotExist();
    }
}
