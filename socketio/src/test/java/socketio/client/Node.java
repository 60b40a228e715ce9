package socketio.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the scripts of src/test/js with the packages that their lock file names. */
public final class Node {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final Path TARGET = Path.of("target", "js");

    private static final long LIMIT_SECONDS = 90;

    private Node() {}

    /** Runs a script to its end; a failure of it is an {@link AssertionError} with all that it said. */
    public static void run(String script, String... arguments) {
        run(Map.of(), script, arguments);
    }

    /** As {@link #run(String, String...)}, with more in the environment. */
    public static void run(Map<String, String> environment, String script, String... arguments) {
        install();
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        execute(command, environment);
    }

    private static synchronized void install() {
        try {
            Files.createDirectories(TARGET);
            Path lock = TARGET.resolve("package-lock.json");
            Path installed = TARGET.resolve("installed");
            boolean fresh = Files.exists(installed)
                    && Files.exists(lock)
                    && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) < 0;
            try (Stream<Path> files = Files.list(SOURCE)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, TARGET.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!fresh) {
                execute(List.of("npm", "ci", "--no-audit", "--no-fund"), Map.of());
                Files.writeString(installed, "");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void execute(List<String> command, Map<String, String> environment) {
        try {
            Path output = Files.createTempFile(TARGET, "output", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(TARGET.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            if (!ended || process.exitValue() != 0) {
                throw new AssertionError(
                        command + (ended ? " failed:\n" : " did not end:\n") + Files.readString(output));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
