package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class PressedLogTest {
    private static final Author ADA = new Author(new AccountId(1), "Ada");

    private final FakeLogStorage storage = new FakeLogStorage().room(RoomId.LOBBY, Visibility.PUBLIC, new AccountId(0));
    private final AtomicBoolean behind = new AtomicBoolean();
    private final PressedLog log = new PressedLog(new LogWriter(storage, events -> {}), behind::get);

    @Test
    void newPostsAreUnavailableWhileWhatWasPublishedCantBeSent() {
        behind.set(true);
        CompletableFuture<Decision> refused = append(new Change.Posted("hello", "a", null, List.of()));

        var failure = Assertions.catchThrowableOfType(CompletionException.class, refused::join);
        assertThat(failure.getCause()).isInstanceOfSatisfying(ChatException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(refusal.retryAfter()).isNotNull();
        });
    }

    @Test
    void theyAreTakenAgainWhenItIsSent() {
        behind.set(true);
        append(new Change.Posted("hello", "a", null, List.of()));
        behind.set(false);
        CompletableFuture<Decision> taken = append(new Change.Posted("hello", "a", null, List.of()));
        storage.commitAll();

        assertThat(taken.join()).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whatIsNoPostIsTaken() {
        behind.set(true);
        CompletableFuture<Decision> left = append(new Change.Left(ADA));
        storage.commitAll();

        assertThat(left).isCompleted();
    }

    private CompletableFuture<Decision> append(Change change) {
        return log.append(new Proposal(RoomId.LOBBY, ADA, 1_000, change)).toCompletableFuture();
    }
}
