package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log in memory that commits when told, fails when told, and answers from what it has committed. */
final class FakeLogStorage implements LogStorage, RoomMemory {
    private record Room(Visibility visibility, AccountId creator) {}

    private final Map<RoomId, Room> rooms = new HashMap<>();
    private final List<Event> committed = new ArrayList<>();
    private final Deque<Batch> submitted = new ArrayDeque<>();

    FakeLogStorage room(RoomId id, Visibility visibility, AccountId creator) {
        rooms.put(id, new Room(visibility, creator));
        return this;
    }

    List<Event> committed() {
        return committed;
    }

    /** Runs and commits all that was submitted. */
    void commitAll() {
        while (!submitted.isEmpty()) {
            Batch batch = submitted.remove();
            committed.addAll(batch.decide());
            batch.committed();
        }
    }

    /** Runs the next batch, and fails to commit it. */
    void failNext() {
        Batch batch = submitted.remove();
        batch.decide();
        batch.failed(new IOException("the disk is full"));
    }

    /** Refuses the next batch before it has begun. */
    void failBeforeNext() {
        submitted.remove().failed(new IOException("the database is locked"));
    }

    @Override
    public Position head() {
        return committed.isEmpty() ? Position.NONE : committed.getLast().position();
    }

    @Override
    public RoomMemory memory() {
        return this;
    }

    @Override
    public Position keysKnownUpTo() {
        return head();
    }

    @Override
    public String epoch() {
        return "epoch";
    }

    @Override
    public void submit(Batch batch) {
        submitted.add(batch);
    }

    @Override
    public @Nullable RoomFacts room(RoomId id) {
        Room room = rooms.get(id);
        if (room == null) {
            return null;
        }
        boolean archived = false;
        Pace pace = Pace.manual(0);
        Position head = Position.NONE;
        long lastAt = 0;
        for (Event event : committed) {
            if (event.room().equals(id)) {
                head = event.position();
                lastAt = event.at();
                archived = event.change() instanceof Change.Archived change ? change.archived() : archived;
                pace = switch (event.change()) {
                    case Change.SlowModeSet change -> Pace.manual(change.seconds());
                    case Change.SlowModeAdapted change -> change.after();
                    default -> pace;
                };
            }
        }
        Map<AccountId, MemberRole> roles = roles(id);
        long members = roles.values().stream()
                .filter(role -> role != MemberRole.BANNED)
                .count();
        long owners =
                roles.values().stream().filter(role -> role == MemberRole.OWNER).count();
        return new RoomFacts(id, room.visibility(), archived, room.creator(), head, lastAt, pace, members, owners);
    }

    @Override
    public @Nullable MemberRole role(RoomId room, AccountId account) {
        return roles(room).get(account);
    }

    @Override
    public boolean isPost(RoomId room, Position position) {
        return committed.stream()
                .anyMatch(event -> event.room().equals(room)
                        && event.position().equals(position)
                        && event.change() instanceof Change.Posted);
    }

    @Override
    public boolean isDeleted(RoomId room, Position message) {
        return committed.stream()
                .anyMatch(event -> event.change() instanceof Change.Deleted deleted
                        && deleted.id().equals(message));
    }

    @Override
    public boolean isReacted(RoomId room, Reaction reaction) {
        boolean stands = false;
        for (Event event : committed) {
            stands = switch (event.change()) {
                case Change.Reacted reacted -> stands || reaction.equals(of(event, reacted.id(), reacted.emoji()));
                case Change.Unreacted unreacted ->
                    stands && !reaction.equals(of(event, unreacted.id(), unreacted.emoji()));
                default -> stands;
            };
        }
        return stands;
    }

    private static Reaction of(Event event, Position message, String emoji) {
        return new Reaction(message, event.author().id(), emoji);
    }

    private Map<AccountId, MemberRole> roles(RoomId room) {
        Map<AccountId, MemberRole> roles = new HashMap<>();
        for (Event event : committed) {
            if (event.room().equals(room)) {
                switch (event.change()) {
                    case Change.Joined joined -> roles.put(joined.account().id(), joined.role());
                    case Change.RoleSet set -> roles.put(set.account().id(), set.role());
                    case Change.Left left -> roles.remove(left.account().id());
                    case Change.Removed removed ->
                        roles.remove(removed.account().id());
                    default -> {}
                }
            }
        }
        return roles;
    }

    @Override
    public List<SeenKey> keys(RoomId room, AccountId author, int limit) {
        List<SeenKey> keys = new ArrayList<>();
        for (Event event : committed) {
            if (event.room().equals(room)
                    && event.author().id().equals(author)
                    && event.change() instanceof Change.Posted posted
                    && posted.key() != null) {
                keys.add(new SeenKey(posted.key(), event.position(), event.at(), TextDigest.of(posted.text())));
            }
        }
        return keys.subList(Math.max(0, keys.size() - limit), keys.size());
    }
}
