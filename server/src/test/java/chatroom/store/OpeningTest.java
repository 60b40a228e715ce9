package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where something can't be opened, nothing of what was opened before it stays so. */
class OpeningTest {
    @TempDir
    private Path path = Path.of("");

    @Test
    void whatFailsToCloseHidesNeitherTheCauseNorTheOthers() {
        List<String> closed = new ArrayList<>();

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> {
                    try (var opening = new Opening()) {
                        opening.add(() -> closed.add("first"));
                        opening.add(() -> {
                            throw new IOException("does not close");
                        });
                        opening.add(() -> closed.add("last"));
                        throw new IllegalArgumentException("the cause");
                    }
                })
                .withMessage("the cause")
                .satisfies(cause ->
                        assertThat(cause.getSuppressed()[0].getSuppressed()[0]).isInstanceOf(IOException.class));

        assertThat(closed).containsExactly("last", "first");
    }

    @Test
    void whatIsWholeStaysOpen() {
        List<String> closed = new ArrayList<>();
        try (var opening = new Opening()) {
            opening.add(() -> closed.add("it"));
            assertThat(opening.done("whole")).isEqualTo("whole");
        }

        assertThat(closed).isEmpty();
    }

    @Test
    void anIndexThatCanNotBeOpenedLeavesNoThreadBehind() throws Exception {
        Files.createDirectories(path.resolve("keys.db").resolve("in the way"));
        try (DataFolder folder = DataFolder.open(path);
                SqliteDatabase database = SqliteDatabase.open(folder)) {
            Set<Thread> before = ours();
            assertThatExceptionOfType(DataFolder.Unusable.class)
                    .isThrownBy(() -> new KeyIndex(folder, database, InstantSource.system()));
            assertThat(ours()).isEqualTo(before);
        }

        Files.delete(path.resolve("keys.db").resolve("in the way"));
        Files.delete(path.resolve("keys.db"));
        TestStore.open(path).close();
    }

    @Test
    void aDatabaseThatCanNotBeOpenedLeavesNoThreadBehind() throws Exception {
        TestStore.open(path).close();
        Files.writeString(path.resolve("chatroom.db"), "no database at all, however one looks at it");
        Set<Thread> before = ours();

        try (DataFolder folder = DataFolder.open(path)) {
            assertThatExceptionOfType(DataFolder.Unusable.class).isThrownBy(() -> SqliteDatabase.open(folder));
        }

        assertThat(ours()).isEqualTo(before);
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("chatroom-"))
                .collect(Collectors.toSet());
    }
}
