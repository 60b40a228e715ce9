package chatroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A data folder that was filled, and who is in it. */
record Populated(Path folder) implements AutoCloseable {
    static Populated of(Path project, int accounts, int rooms, int roomsEach) throws IOException, InterruptedException {
        return of(project, accounts, rooms, roomsEach, 0);
    }

    static Populated of(Path project, int accounts, int rooms, int roomsEach, int messages)
            throws IOException, InterruptedException {
        return of(project, accounts, rooms, roomsEach, "--messages=" + messages);
    }

    /** @param more as populate has it */
    static Populated of(Path project, int accounts, int rooms, int roomsEach, String more)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("chatroom-bench");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + project.resolve("server/jvm.options"),
                        "-cp",
                        project.resolve("server/target/chatroom") + "/*",
                        "chatroom.app.Main",
                        "populate",
                        "--data=" + folder.resolve("data"),
                        "--out=" + folder.resolve("people"),
                        "--accounts=" + accounts,
                        "--rooms=" + rooms,
                        "--members=" + roomsEach,
                        more)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("populate failed");
        }
        return new Populated(folder);
    }

    /** What tells the load client who is here. */
    String people() {
        return "people=" + file();
    }

    /** A line for each of them. */
    Path file() {
        return folder.resolve("people");
    }

    /** A file with the tokens of some, one a line. */
    Path tokens(int first, int count) throws IOException {
        try (var lines = Files.lines(folder.resolve("people"))) {
            return Files.write(
                    folder.resolve("tokens"),
                    lines.skip(first)
                            .limit(count)
                            .map(line -> line.split("\"", -1)[3])
                            .toList());
        }
    }

    /** The token of the first of them. */
    String token() throws IOException {
        return Files.readAllLines(tokens(0, 1)).getFirst();
    }

    /** The ids of the first rooms, with commas between. */
    String firstRooms(int count) {
        return IntStream.range(0, count).mapToObj(i -> String.valueOf(2 + i)).collect(Collectors.joining(","));
    }

    /** What tells the server where its data is. */
    List<String> data() {
        return List.of("--data", folder.resolve("data").toString());
    }

    @Override
    public void close() throws IOException {
        Scenario.deleteAll(folder);
    }
}
