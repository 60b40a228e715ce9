package chatroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.SystemCallTrace.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged post survives the power cut of the machine, which forgets all that was not synced. */
class PowerCutTest {
    private static final int POSTS = 600;
    private static final Pattern ACKNOWLEDGED = Pattern.compile("\"ok\":true,\"position\":(\\d+)");
    private static final Pattern TEXT = Pattern.compile("post-\\d{6};");

    /** What a run of the server left: its system calls, and the posts that its client saw acknowledged. */
    private record Run(SystemCallTrace trace, Map<Long, String> acknowledged, String token, Path folder, Path disk) {}

    @TempDir
    @SuppressWarnings("NullAway") // JUnit sets it
    private Path temp;

    @Test
    void eachAcknowledgementComesAfterTheSyncThatCoversItAndNoneIsLostWithWhatWasNotSynced()
            throws IOException, InterruptedException {
        Run run = run(ServerProcess::runCommand);

        assertThat(acknowledgedBeforeTheirSync(run)).isEmpty();
        assertThat(lostInAPowerCut(run)).isEmpty();
    }

    @Test
    void aServerThatAcknowledgesBeforeTheSyncIsFoundOut() throws IOException, InterruptedException {
        Run run = run(folder -> {
            List<String> command = new ArrayList<>(ServerProcess.command(ServerThatDoesNotSync.class));
            command.add(folder.toString());
            return command;
        });

        assertThat(acknowledgedBeforeTheirSync(run)).hasSizeGreaterThan(POSTS / 2);
        assertThat(lostInAPowerCut(run)).hasSizeGreaterThan(POSTS / 2);
    }

    private interface Start {
        List<String> command(Path folder);
    }

    private Run run(Start start) throws IOException, InterruptedException {
        Path folder = temp.resolve("data");
        try (ServerProcess first = ServerProcess.start(ServerProcess.runCommand(folder))) {
            assertThat(first.terminate()).isZero();
        }
        Path disk = temp.resolve("disk");
        Disk.copy(folder, disk);
        Path trace = temp.resolve("trace");
        Map<Long, String> acknowledged = new LinkedHashMap<>();
        String token;
        try (ServerProcess server = ServerProcess.start(SystemCallTrace.command(trace, start.command(folder)))) {
            Process poster = NodeScript.start("post.js", List.of(server.url()));
            try (BufferedReader output = poster.inputReader(StandardCharsets.UTF_8)) {
                token = output.readLine().substring("token ".length());
                while (acknowledged.size() < POSTS) {
                    remember(output.readLine(), acknowledged);
                }
                server.kill();
                output.lines().forEach(line -> remember(line, acknowledged));
            }
            assertThat(poster.waitFor()).isZero();
        }
        return new Run(SystemCallTrace.read(trace), acknowledged, token, folder, disk);
    }

    private static void remember(String line, Map<Long, String> acknowledged) {
        String[] parts = line.split(" ", 2);
        acknowledged.put(Long.valueOf(parts[0]), parts[1]);
    }

    /** The posts whose acknowledgement was given to the socket before a sync of the file that their text was written to. */
    private static Set<String> acknowledgedBeforeTheirSync(Run run) {
        Set<String> written = new HashSet<>();
        Set<String> synced = new HashSet<>();
        Set<String> answered = new HashSet<>();
        Set<String> tooEarly = new HashSet<>();
        String log = run.folder().resolve("chatroom.db-wal").toString();
        for (Call call : run.trace().calls()) {
            switch (call) {
                case Call.Write(var file, var _, var data) when file.equals(log) -> texts(data, written);
                case Call.Synced(var file) when file.equals(log) -> synced.addAll(written);
                case Call.Sent(var _, var data) -> {
                    Matcher answer = ACKNOWLEDGED.matcher(new String(data, StandardCharsets.ISO_8859_1));
                    while (answer.find()) {
                        String text = run.acknowledged().get(Long.valueOf(answer.group(1)));
                        if (text != null && answered.add(text) && !synced.contains(text)) {
                            tooEarly.add(text);
                        }
                    }
                }
                case Call.Write _, Call.Synced _, Call.Truncate _ -> {}
            }
        }
        assertThat(answered)
                .as("every acknowledgement is in the trace")
                .containsAll(run.acknowledged().values());
        assertThat(written)
                .as("every text is in the trace")
                .containsAll(run.acknowledged().values());
        return tooEarly;
    }

    private static void texts(byte[] data, Set<String> into) {
        Matcher text = TEXT.matcher(new String(data, StandardCharsets.ISO_8859_1));
        while (text.find()) {
            into.add(text.group());
        }
    }

    /** The acknowledged posts that a server finds no more on what the power cut left. */
    private static Set<String> lostInAPowerCut(Run run) throws IOException, InterruptedException {
        new Disk(run.disk()).replay(run.trace(), run.folder());
        Set<String> expected = new HashSet<>();
        run.acknowledged().forEach((position, text) -> expected.add(position + " " + text));
        try (ServerProcess server = ServerProcess.start(ServerProcess.runCommand(run.disk()))) {
            Process history = NodeScript.start("history.js", List.of(server.url(), run.token()));
            try (BufferedReader output = history.inputReader(StandardCharsets.UTF_8)) {
                output.lines().forEach(expected::remove);
            }
        }
        return expected;
    }
}
