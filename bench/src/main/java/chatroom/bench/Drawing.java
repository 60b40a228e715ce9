package chatroom.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plots as files below {@code bench/target/plots}, drawn by Node. What is missing for it is said, and is no failure. */
final class Drawing {
    private static final String FOLDER = "bench/target/plots/";
    private static final String LIBRARIES = "bench/plots/node_modules";

    private Drawing() {}

    /** Writes what is to be drawn, draws it, and prints where it is. */
    static void draw(Path project, Plot plot) throws InterruptedException {
        String json = FOLDER + plot.name() + ".json";
        String svg = FOLDER + plot.name() + ".svg";
        try {
            Files.createDirectories(project.resolve(FOLDER));
            // One of before would be taken for this one's.
            Files.deleteIfExists(project.resolve(svg));
            Files.writeString(project.resolve(json), plot.json());
        } catch (IOException e) {
            System.err.println("chatroom: " + json + " could not be written: " + e.getMessage());
            return;
        }
        String missing = missing(project, json, svg);
        System.out.printf("%nplot: %s%n", missing.isEmpty() ? svg : json + ", not drawn: " + missing);
    }

    /** What keeps it from being drawn; empty if it was. */
    private static String missing(Path project, String json, String svg) throws InterruptedException {
        if (!Files.isDirectory(project.resolve(LIBRARIES))) {
            return LIBRARIES + " is not there; npm ci in bench/plots brings it";
        }
        Process node;
        try {
            node = new ProcessBuilder("node", "bench/plots/plot.js", json, svg)
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return "node could not be started: " + e.getMessage();
        }
        try {
            String output = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return node.waitFor() == 0 ? "" : output.strip();
        } catch (IOException e) {
            return "node: " + e.getMessage();
        }
    }
}
