package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own that has come to its end. */
record Ended(int code, String output, String errors) {
    private static final int PATIENCE_SECONDS = 60;

    /** @param scratch beside it, files are made that are gone afterwards */
    static Ended run(Path scratch, String... arguments) throws IOException, InterruptedException {
        return runUnder(List.of(), scratch, arguments);
    }

    /** @param wrapper a command that runs another, which follows */
    static Ended runUnder(List<String> wrapper, Path scratch, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(ServerProcess.command(Main.class));
        command.addAll(List.of(arguments));
        Path output = scratch.resolveSibling(scratch.getFileName() + ".out");
        Path errors = scratch.resolveSibling(scratch.getFileName() + ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it goes on: " + command)
                    .isTrue();
            return new Ended(
                    process.exitValue(),
                    Files.readString(output, StandardCharsets.UTF_8),
                    Files.readString(errors, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }

    /** Refused, in one line with these in it. */
    void assertRefused(String... parts) {
        assertThat(code).as(toString()).isEqualTo(1);
        assertThat(errors).hasLineCount(1).startsWith("chatroom: ").contains(parts);
        assertThat(output).isEmpty();
    }
}
