package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A script of {@code src/test/js}, which speaks through the official JavaScript client. */
final class NodeScript {
    static final Path FOLDER = Path.of("src/test/js").toAbsolutePath();

    /** Of the scripts that end by themselves: one that takes longer waits for something that will never be. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private NodeScript() {}

    /** Runs it to its end, which must come within five minutes; fails with its output if it fails. Returns what it printed. */
    static String run(String script, List<String> arguments) throws IOException, InterruptedException {
        return run(script, arguments, Map.of());
    }

    static String run(String script, List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        installLibraries();
        // What a failed test left open, a socket say, must not keep the script from ending.
        List<String> command = new ArrayList<>(List.of("node", "--test-force-exit", script));
        command.addAll(arguments);
        String output = output(command, environment);
        System.out.print(output);
        return output;
    }

    /** Starts it; its errors go to the tests' own. */
    static Process start(String script, List<String> arguments) throws IOException, InterruptedException {
        installLibraries();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Fetches the libraries of the scripts, if they are not here yet. */
    static synchronized void installLibraries() throws IOException, InterruptedException {
        if (!Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            output(List.of("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"), Map.of());
        }
    }

    private static String output(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.onExit()
                .orTimeout(LONGEST.toMinutes(), TimeUnit.MINUTES)
                .exceptionally(late -> process.destroyForcibly());
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s\n%s", command.getFirst(), output).isZero();
        return output;
    }
}
