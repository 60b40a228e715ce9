package chatroom.bench;

import chatroom.bench.load.Load;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The load client in a process of its own. */
final class LoadProcess implements AutoCloseable {
    /** Told wherever they are, whether a table has a place for them or not. */
    private static final List<String> FAULTS = List.of("refusals", "disorders", "lost", "missing", "behind");

    private final Process process;
    private final BufferedReader output;

    private LoadProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts it, and returns when all its connections are open. */
    static LoadProcess start(int port, Process server, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Load.class.getName(),
                "port=" + port,
                "pid=" + server.pid()));
        command.addAll(words);
        var load = new LoadProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
        load.await("ready");
        return load;
    }

    /** Lets one that waits go on. */
    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** The figures of the run, once it is over. */
    Figures figures() throws IOException {
        var figures = Figures.of(await("result"));
        for (String fault : FAULTS) {
            if (figures.has(fault) && figures.get(fault) > 0) {
                System.err.printf("chatroom: %s of a load: %.0f%n", fault, figures.get(fault));
            }
        }
        return figures;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private String await(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(word)) {
                return line;
            }
        }
        throw new IOException("the load client ended without a " + word);
    }
}
