package chatroom.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, so that it can be killed. */
final class ServerProcess implements TestedServer {
    private static final Pattern READY = Pattern.compile("ready at (\\S+)");

    private final List<String> command;
    private final Process process;
    private final String url;

    private ServerProcess(List<String> command, Process process, String url) {
        this.command = command;
        this.process = process;
        this.url = url;
    }

    /** How to start a class of this program, with the class path of the tests. */
    static List<String> command(Class<?> main) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseCompactObjectHeaders",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
    }

    /** How to start the server as shipped, at a port that is free and without limits. */
    static List<String> runCommand(Path folder) {
        List<String> command = new ArrayList<>(command(Main.class));
        command.addAll(List.of("run", "--port", "0", "--data", folder.toString(), "--set", "limits=off"));
        return command;
    }

    /** Starts, and returns when it is ready. */
    static ServerProcess start(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new ServerProcess(command, process, ready.group(1));
            }
        }
        throw new IOException("the server did not start: " + command);
    }

    /** Starts it again, after it ended, on the same data and at the same port. */
    ServerProcess startAgain() throws IOException {
        List<String> again = new ArrayList<>(command);
        again.set(again.indexOf("--port") + 1, String.valueOf(URI.create(url).getPort()));
        return start(again);
    }

    long id() {
        return process.pid();
    }

    @Override
    public String url() {
        return url;
    }

    /** Kills it, with whatever it runs under, as {@code kill -9} does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks it to end, which it must within a minute, and returns its exit code. */
    int terminate() {
        process.destroy();
        return process.onExit().orTimeout(1, TimeUnit.MINUTES).join().exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
