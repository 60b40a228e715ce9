package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    private static final Author ADA = new Author(new AccountId(1), "Ada");

    private final FakeLogStorage storage = new FakeLogStorage().room(RoomId.LOBBY, Visibility.PUBLIC, new AccountId(0));
    private final List<Event> published = new ArrayList<>();
    private final LogWriter log = new LogWriter(storage, published::addAll);

    @Test
    void nothingIsAcknowledgedOrPublishedBeforeTheCommit() {
        CompletableFuture<Decision> answer = post("hello", "a");

        assertThat(answer).isNotDone();
        assertThat(published).isEmpty();
        storage.commitAll();
        assertThat(answer.join()).isInstanceOf(Decision.Accepted.class);
        assertThat(published).isEqualTo(storage.committed()).hasSize(1);
    }

    @Test
    void publishesBeforeItAnswers() {
        List<Integer> publishedWhenAnswered = new ArrayList<>();
        post("hello", "a").thenRun(() -> publishedWhenAnswered.add(published.size()));

        storage.commitAll();

        assertThat(publishedWhenAnswered).containsExactly(1);
    }

    @Test
    void whatWaitsGoesIntoOneBatchInItsOrder() {
        List<CompletableFuture<Decision>> answers = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            answers.add(post("text " + i, "key " + i));
        }
        storage.commitAll();

        assertThat(answers).allMatch(answer -> answer.join() instanceof Decision.Accepted);
        assertThat(storage.committed()).hasSize(10_000);
        assertThat(published).isEqualTo(storage.committed());
        for (int i = 1; i < published.size(); i++) {
            assertThat(published.get(i).prev()).isEqualTo(published.get(i - 1).position());
        }
    }

    @Test
    void aRetryInTheSameBatchIsTheSamePost() {
        post("hello", "a");
        CompletableFuture<Decision> retry = post("hello", "a");

        storage.commitAll();

        assertThat(storage.committed()).hasSize(1);
        assertThat(retry.join())
                .isEqualTo(new Decision.Duplicate(storage.committed().getFirst().position(), 1_000));
    }

    @Test
    void aBatchThatCantBeCommittedIsRefusedAndLeavesNoTrace() {
        CompletableFuture<Decision> lost = post("hello", "a");
        storage.failNext();

        assertThat(lost)
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(published).isEmpty();

        CompletableFuture<Decision> retried = post("hello", "a");
        storage.commitAll();
        assertThat(retried.join()).isInstanceOf(Decision.Accepted.class);
        assertThat(published).hasSize(1);
    }

    @Test
    void aBatchThatCantEvenBeginIsRefusedAndTheNextOneIsTaken() {
        CompletableFuture<Decision> lost = post("hello", "a");
        storage.failBeforeNext();
        assertThat(lost).isCompletedExceptionally();

        CompletableFuture<Decision> retried = post("hello", "a");
        storage.commitAll();
        assertThat(retried.join()).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aListenerThatFailsKeepsNobodyFromTheAnswer() {
        var withBadListener = new LogWriter(storage, events -> {
            throw new IllegalStateException("a bug in a listener");
        });
        CompletableFuture<Decision> answer = post(withBadListener, "hello", "a");
        storage.commitAll();

        assertThat(answer.join()).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aRestartedLogGoesOnWhereItWas() {
        post("one", "a");
        storage.commitAll();
        Event first = storage.committed().getFirst();

        var restarted = new LogWriter(storage, published::addAll);
        CompletableFuture<Decision> retry = post(restarted, "one", "a");
        CompletableFuture<Decision> next = post(restarted, "two", "b");
        storage.commitAll();

        assertThat(retry.join()).isEqualTo(new Decision.Duplicate(first.position(), 1_000));
        assertThat(((Decision.Accepted) next.join()).event().prev()).isEqualTo(first.position());
    }

    @Test
    void moreThanCanWaitIsRefused() {
        List<CompletableFuture<Decision>> answers = new ArrayList<>();
        for (int i = 0; i < 70_000; i++) {
            answers.add(post("text", "key " + i));
        }

        assertThat(answers.getLast())
                .isCompletedExceptionally()
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableOfType(java.util.concurrent.ExecutionException.class)
                .havingCause()
                .isInstanceOf(ChatException.class);
        assertThat(answers.getFirst()).isNotDone();
        storage.commitAll();
        long accepted = answers.stream()
                .filter(answer -> !answer.isCompletedExceptionally())
                .count();
        assertThat(storage.committed()).hasSize((int) accepted);
    }

    private CompletableFuture<Decision> post(String text, String key) {
        return post(log, text, key);
    }

    private static CompletableFuture<Decision> post(EventLog log, String text, String key) {
        return log.append(new Proposal(RoomId.LOBBY, ADA, 1_000, new Change.Posted(text, key, null, List.of())))
                .toCompletableFuture();
    }
}
