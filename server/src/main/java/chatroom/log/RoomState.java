package chatroom.log;

import chatroom.AccountId;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the fold knows of one room. Changes made since the last {@link #commit} can be taken back by {@link #rollback}, for
 * a batch whose commit fails. Used by one thread at a time.
 */
public final class RoomState {
    private static final int ROLES_HELD = 50_000;

    private final RoomId id;
    private final Visibility visibility;
    private final AccountId creator;
    private final RoomMemory memory;
    private final Map<AccountId, Optional<MemberRole>> roles = new HashMap<>();
    private final Map<AccountId, KeyWindow> windows = new HashMap<>();
    /** Since the last commit: the memory knows of those before. */
    private final Set<Position> deleted = new HashSet<>();

    /** Since the last commit, and whether it stands. */
    private final Map<Reaction, Boolean> reactions = new HashMap<>();

    private final List<Runnable> undo = new ArrayList<>();
    private final List<KeyWindow> grown = new ArrayList<>();
    private Position head;
    private final SlowMode slowMode;
    private boolean archived;
    private long members;
    private long owners;
    /** That of the newest event: all that a restart knows. */
    private long time;

    public RoomState(RoomFacts facts, RoomMemory memory) {
        this.id = facts.id();
        this.visibility = facts.visibility();
        this.creator = facts.creator();
        this.head = facts.head();
        this.archived = facts.archived();
        this.time = facts.lastAt();
        this.slowMode = new SlowMode(facts.pace());
        this.members = facts.members();
        this.owners = facts.owners();
        this.memory = memory;
    }

    public Position head() {
        return head;
    }

    RoomId id() {
        return id;
    }

    Visibility visibility() {
        return visibility;
    }

    boolean isArchived() {
        return archived;
    }

    SlowMode slowMode() {
        return slowMode;
    }

    /** How many there are; in the lobby, how many accounts there were when it was first asked for. */
    long members() {
        return members;
    }

    long owners() {
        return owners;
    }

    boolean isEmpty() {
        return head.equals(Position.NONE);
    }

    boolean isCreator(AccountId account) {
        return creator.equals(account);
    }

    /** Whether somebody opened it; rooms that were filled in bulk, say, were opened by nobody. */
    boolean hasCreator() {
        return creator.value() > 0;
    }

    boolean isLobby() {
        return id.isLobby();
    }

    /** The recorded role, or in the lobby that of everybody or its owner; null for who is no member and not banned. */
    @Nullable
    MemberRole role(AccountId account) {
        MemberRole recorded = roles.computeIfAbsent(account, a -> Optional.ofNullable(memory.role(id, a)))
                .orElse(null);
        if (recorded == null && id.isLobby()) {
            return isCreator(account) ? MemberRole.OWNER : MemberRole.MEMBER;
        }
        return recorded;
    }

    /** Whether there is a post at a position, as of the last commit: nobody knows of later ones. */
    boolean isPost(Position position) {
        return memory.isPost(id, position);
    }

    boolean isDeleted(Position message) {
        return deleted.contains(message) || memory.isDeleted(id, message);
    }

    boolean isReacted(Reaction reaction) {
        Boolean now = reactions.get(reaction);
        return now == null ? memory.isReacted(id, reaction) : now;
    }

    void setDeleted(Position message) {
        deleted.add(message);
    }

    void react(Reaction reaction) {
        reactions.put(reaction, true);
    }

    void unreact(Reaction reaction) {
        reactions.put(reaction, false);
    }

    /** The author's post under this key, if it is among the last 64 and not an hour old. */
    @Nullable
    SeenKey seen(AccountId author, String key, long at) {
        return window(author).find(key, Math.max(time, at));
    }

    void advance(Position position, long at) {
        Position headBefore = head;
        long timeBefore = time;
        undo.add(() -> {
            head = headBefore;
            time = timeBefore;
        });
        head = position;
        time = at;
    }

    void remember(AccountId author, SeenKey seen) {
        KeyWindow window = window(author);
        window.add(seen);
        grown.add(window);
        undo.add(window::undoAdd);
    }

    /** What hinders a member's post in slow mode, or null. */
    @Nullable
    Decision slowHindrance(AccountId member, long at) {
        Runnable back = slowMode.followClock(member, at);
        if (back != null) {
            undo.add(back);
        }
        return slowMode.hindrance(member, at);
    }

    /** Takes note of a post, where its author has to wait before the next. */
    void slowDown(AccountId author, long at) {
        Runnable forget = slowMode.posted(author, at);
        if (forget != null) {
            undo.add(forget);
        }
    }

    void setSlowMode(Pace pace) {
        Pace before = slowMode.pace();
        undo.add(() -> slowMode.set(before));
        slowMode.set(pace);
    }

    void setRole(AccountId account, @Nullable MemberRole role) {
        long membersBefore = members;
        long ownersBefore = owners;
        undo.add(() -> {
            members = membersBefore;
            owners = ownersBefore;
        });
        count(role(account), -1);
        record(account, role);
        count(role(account), 1);
    }

    private void count(@Nullable MemberRole role, int by) {
        members += Rights.isMember(role) ? by : 0;
        owners += role == MemberRole.OWNER ? by : 0;
    }

    private void record(AccountId account, @Nullable MemberRole role) {
        Optional<MemberRole> before = roles.put(account, Optional.ofNullable(role));
        undo.add(() -> {
            if (before == null) {
                roles.remove(account);
            } else {
                roles.put(account, before);
            }
        });
    }

    void setArchived(boolean archived) {
        boolean before = this.archived;
        undo.add(() -> this.archived = before);
        this.archived = archived;
    }

    /** What was done stays. */
    void commit() {
        undo.clear();
        deleted.clear();
        reactions.clear();
        grown.forEach(KeyWindow::trim);
        grown.clear();
        slowMode.trim(time);
        if (roles.size() > ROLES_HELD) {
            roles.clear();
        }
    }

    /** What was done since the last commit is undone. */
    void rollback() {
        undo.reversed().forEach(Runnable::run);
        undo.clear();
        deleted.clear();
        reactions.clear();
        grown.forEach(KeyWindow::trim);
        grown.clear();
    }

    /**
     * Lets go of the keys that the memory can answer for, and of posts that nobody has to wait after any more.
     *
     * @param remembered up to which position the memory has all keys
     * @param now the log's own time
     * @return whether nothing is left here that the memory does not have
     */
    boolean forgetUpTo(Position remembered, long now) {
        windows.values().removeIf(window -> !window.newest().isAfter(remembered));
        return slowMode.forgetUpTo(now) && windows.isEmpty();
    }

    int authorsHeld() {
        return windows.size();
    }

    private KeyWindow window(AccountId author) {
        return windows.computeIfAbsent(author, a -> new KeyWindow(memory.keys(id, a, KeyWindow.SIZE)));
    }
}
