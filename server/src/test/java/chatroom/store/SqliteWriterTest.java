package chatroom.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Which tasks share a commit. */
@Timeout(60)
class SqliteWriterTest {
    @TempDir
    private Path folder;

    @Test
    void whereManySharedACommitWhatComesSoonAfterSharesTheNext() throws Exception {
        try (SqliteWriter writer = writer(Duration.ofSeconds(5))) {
            together(writer, 8);
            long before = writer.commits();
            var first = written(writer);
            // Apart by more than a commit takes, and by far less than the rest.
            Thread.sleep(300);
            var second = written(writer);

            first.join();
            second.join();

            assertThat(writer.commits() - before).isEqualTo(1);
        }
    }

    @Test
    void aTaskThatManyShareIsMany() throws Exception {
        try (SqliteWriter writer = writer(Duration.ofSeconds(5))) {
            var batch = new CompletableFuture<Void>();
            writer.submit(new Counted(batch, 8));
            batch.join();
            long before = writer.commits();
            var first = written(writer);
            Thread.sleep(300);
            var second = written(writer);

            first.join();
            second.join();

            assertThat(writer.commits() - before).isEqualTo(1);
        }
    }

    @Test
    void whereFewSharedACommitNobodyWaits() throws Exception {
        try (SqliteWriter writer = writer(Duration.ofHours(1))) {
            together(writer, 7);

            for (int i = 0; i < 20; i++) {
                written(writer).join();
            }

            assertThat(writer.commits()).isEqualTo(22);
        }
    }

    @Test
    void whoClosesDoesNotWaitForTheRest() throws Exception {
        CompletableFuture<Integer> last;
        try (SqliteWriter writer = writer(Duration.ofHours(1))) {
            together(writer, 8);
            last = written(writer);
        }

        assertThat(last).isCompletedWithValue(1);
    }

    private SqliteWriter writer(Duration apart) throws SQLException {
        var file = new SqliteFile(folder.resolve("writer.db"));
        return new SqliteWriter(file.openWriter(SynchronousMode.NORMAL), "writer", apart);
    }

    /** One that holds the writer up, and then so many in one commit. */
    private static void together(SqliteWriter writer, int tasks) throws InterruptedException {
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
        begun.await();
        for (int i = 0; i < tasks; i++) {
            written.add(written(writer));
        }
        all.countDown();
        written.forEach(CompletableFuture::join);
        assertThat(writer.commits()).isEqualTo(2);
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
