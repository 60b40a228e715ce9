package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Which tasks share a commit. */
class SqliteWriterTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    @Test
    void whereManySharedACommitWhatComesSoonAfterSharesTheNext() throws Exception {
        SqliteWriter writer = writer(LONG);
        together(writer, 8);

        assertThat(commitsOfTwoAfterEachOther(writer)).isEqualTo(1);
    }

    @Test
    void aTaskThatManyShareIsMany() throws Exception {
        SqliteWriter writer = writer(LONG);
        var batch = new CompletableFuture<Void>();
        writer.submit(new Counted(batch, 8));
        get(batch);

        assertThat(commitsOfTwoAfterEachOther(writer)).isEqualTo(1);
    }

    @Test
    void whereFewSharedACommitNobodyWaits() throws Exception {
        try (SqliteWriter writer = writer(LONG)) {
            together(writer, 7);

            for (int i = 0; i < 20; i++) {
                get(written(writer));
            }

            assertThat(writer.commits()).isEqualTo(22);
        }
    }

    @Test
    void theRestEndsByItself() throws Exception {
        try (SqliteWriter writer = writer(Duration.ofMillis(50))) {
            together(writer, 8);

            assertThat(get(written(writer))).isEqualTo(1);
        }
    }

    /** What is left is written when the writer is closed, which does not wait for the rest. */
    private static long commitsOfTwoAfterEachOther(SqliteWriter writer) throws Exception {
        long before = writer.commits();
        CompletableFuture<Integer> first = written(writer);
        // Without a rest, the first is committed meanwhile.
        Thread.sleep(200);
        CompletableFuture<Integer> second = written(writer);
        assertTimeoutPreemptively(Duration.ofSeconds(30), writer::close);
        assertThat(first).isCompleted();
        assertThat(second).isCompleted();
        return writer.commits() - before;
    }

    private SqliteWriter writer(Duration apart) throws SQLException {
        var file = new SqliteFile(folder.resolve("writer.db"));
        return new SqliteWriter(file.openWriter(SynchronousMode.NORMAL), "writer", apart);
    }

    /** One that holds the writer up, and then so many in one commit. */
    private static void together(SqliteWriter writer, int tasks) throws Exception {
        var begun = new CountDownLatch(1);
        var all = new CountDownLatch(1);
        List<CompletableFuture<?>> written = new ArrayList<>();
        written.add(writer.write(connection -> {
            begun.countDown();
            try {
                return all.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        }));
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < tasks; i++) {
            written.add(written(writer));
        }
        all.countDown();
        for (CompletableFuture<?> one : written) {
            get(one);
        }
        assertThat(writer.commits()).isEqualTo(2);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(30, TimeUnit.SECONDS);
    }

    private static CompletableFuture<Integer> written(SqliteWriter writer) {
        return writer.write(connection -> 1);
    }

    /** Nothing to write, for so many. */
    private record Counted(CompletableFuture<Void> outcome, int sharers) implements SqliteWriter.Task {
        @Override
        public void run(Connection connection) {}

        @Override
        public void committed() {
            outcome.complete(null);
        }

        @Override
        public void failed(Throwable cause) {
            outcome.completeExceptionally(cause);
        }
    }
}
