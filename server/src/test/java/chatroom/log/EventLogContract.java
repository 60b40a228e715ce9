package chatroom.log;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What every keeper of the log holds; run by each against its real storage. */
public abstract class EventLogContract {
    private static final long NOON = 1_700_000_000_000L;

    private final List<Event> published = Collections.synchronizedList(new ArrayList<>());

    /** Opens the log on what was kept before, or on nothing at first. */
    protected abstract EventLog open(LogListener listener);

    /** Ends the log as a crash would: what was acknowledged is there when it is opened again. */
    protected abstract void stop();

    /** A public room that this author may enter first. */
    protected abstract RoomId newRoom(Author creator);

    /** All events of a room as a reader sees them. */
    protected abstract List<Event> read(RoomId room);

    @Test
    void whatIsAcknowledgedIsReadInTheSameOrderThatWasPublished() {
        EventLog log = open(published::addAll);
        List<CompletableFuture<Decision>> answers = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            answers.add(append(log, RoomId.LOBBY, author(1 + i % 7), post("text " + i, "key " + i)));
        }
        List<Event> accepted = answers.stream().map(EventLogContract::event).toList();

        assertThat(read(RoomId.LOBBY)).isEqualTo(accepted).isEqualTo(published);
        assertThat(accepted.getFirst().prev()).isEqualTo(Position.NONE);
        for (int i = 1; i < accepted.size(); i++) {
            assertThat(accepted.get(i).prev()).isEqualTo(accepted.get(i - 1).position());
        }
    }

    @Test
    void everyKindOfEventIsReadBackAsItWas() {
        EventLog log = open(published::addAll);
        Author ada = author(1);
        Author bob = new Author(new AccountId(2), "Bob \u202Eevil\u202C 😀");
        RoomId room = newRoom(ada);
        List<Event> accepted = new ArrayList<>();
        accepted.add(event(append(log, room, ada, new Change.Joined(ada, MemberRole.OWNER))));
        accepted.add(event(append(log, room, bob, new Change.Joined(bob, MemberRole.MEMBER))));
        Event first = event(append(log, room, bob, post("first", "key")));
        accepted.add(first);
        var answer = new Change.Posted("a\n\t\"'<b>", null, first.position(), List.of(4L, 5L));
        Event post = event(append(log, room, bob, answer));
        accepted.add(post);
        accepted.add(event(append(log, room, bob, new Change.Edited(post.position(), "edited"))));
        accepted.add(event(append(log, room, ada, new Change.Reacted(post.position(), "👍🏽"))));
        accepted.add(event(append(log, room, ada, new Change.Unreacted(post.position(), "👍🏽"))));
        accepted.add(event(append(log, room, ada, new Change.TopicSet("topic"))));
        accepted.add(event(append(log, room, ada, new Change.Renamed("renamed " + room.value()))));
        accepted.add(event(append(log, room, ada, new Change.SlowModeSet(30))));
        accepted.add(event(append(log, room, Author.SERVER, new Change.SlowModeAdapted(Pace.manual(30), 60))));
        accepted.add(event(append(log, room, ada, new Change.Archived(true))));
        accepted.add(event(append(log, room, ada, new Change.Archived(false))));
        accepted.add(event(append(log, room, ada, new Change.RoleSet(bob, MemberRole.MODERATOR))));
        accepted.add(event(append(log, room, ada, new Change.Removed(bob))));
        accepted.add(event(append(log, room, ada, new Change.Left(ada))));

        assertThat(read(room)).isEqualTo(accepted);
    }

    @Test
    void aRestartForgetsNothing() {
        EventLog log = open(published::addAll);
        Author ada = author(1);
        RoomId room = newRoom(ada);
        event(append(log, room, ada, new Change.Joined(ada, MemberRole.OWNER)));
        Event first = event(append(log, room, ada, post("once", "key")));
        Event elsewhere = event(append(log, RoomId.LOBBY, ada, post("once", "key")));
        String epoch = log.epoch();
        stop();

        log = open(published::addAll);
        assertThat(log.epoch()).isEqualTo(epoch);
        assertThat(append(log, room, ada, post("once", "key")).join())
                .isEqualTo(new Decision.Duplicate(first.position(), NOON));
        assertThat(append(log, room, ada, post("other", "key")).join()).isInstanceOf(Decision.Refused.class);
        Event next = event(append(log, room, ada, post("next", "other")));
        assertThat(next.prev()).isEqualTo(first.position());
        assertThat(next.position().isAfter(elsewhere.position())).isTrue();
    }

    @Test
    void ofManyAtOnceEachIsAnsweredAndNoneStandsTwice() throws InterruptedException {
        EventLog log = open(published::addAll);
        List<Event> accepted = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 16; t++) {
            Author author = author(1 + t);
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 100; i++) {
                    Change change = post("text", "key " + i);
                    CompletableFuture<Decision> sent = append(log, RoomId.LOBBY, author, change);
                    CompletableFuture<Decision> retried = append(log, RoomId.LOBBY, author, change);
                    Event event = event(sent);
                    assertThat(retried.join()).isEqualTo(new Decision.Duplicate(event.position(), NOON));
                    accepted.add(event);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(accepted).hasSize(1_600).containsExactlyInAnyOrderElementsOf(read(RoomId.LOBBY));
    }

    private static Event event(CompletableFuture<Decision> answer) {
        Decision decision = answer.join();
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        return ((Decision.Accepted) decision).event();
    }

    private static CompletableFuture<Decision> append(EventLog log, RoomId room, Author author, Change change) {
        return log.append(new Proposal(room, author, NOON, change)).toCompletableFuture();
    }

    private static Change post(String text, String key) {
        return new Change.Posted(text, key, null, List.of());
    }

    private static Author author(long id) {
        return new Author(new AccountId(id), "author " + id);
    }
}
