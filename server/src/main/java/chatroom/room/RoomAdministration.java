package chatroom.room;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.AccountStore;
import chatroom.limit.RateLimiter;

/** What owners and moderators do to a room and to its members. Calls may block: for virtual threads. */
public final class RoomAdministration {
    private final Rooms rooms;
    private final RoomStore store;
    private final MemberStore members;
    private final AccountStore accounts;
    private final Proposals proposals;
    private final RateLimiter changes;

    /** @param changes how fast one account may change something */
    public RoomAdministration(
            Rooms rooms,
            RoomStore store,
            MemberStore members,
            AccountStore accounts,
            Proposals proposals,
            RateLimiter changes) {
        this.rooms = rooms;
        this.store = store;
        this.members = members;
        this.accounts = accounts;
        this.proposals = proposals;
        this.changes = changes;
    }

    /**
     * Changes what a room is called, is about, whether it is archived, how fast its members may post.
     *
     * @throws ChatException {@code invalid} with the wrong fields, {@code not-found}, {@code forbidden} for who does not
     *     moderate it, {@code taken} for a name, {@code archived}, {@code conflict} for what the lobby can't be
     */
    public RoomForMe change(RoomId room, Author by, RoomChanges wanted) {
        RoomForMe found = moderated(room, by.id());
        RoomRules.check(found.room(), wanted);
        changes.take(by.id());
        // Out of the archive first, so that the rest can be; into it last.
        boolean unarchived =
                Boolean.FALSE.equals(wanted.archived()) && found.room().archived();
        String name = wanted.name() == null ? null : wanted.name().strip();
        String taken = name != null ? name : unarchived ? found.room().name() : null;
        if (taken != null) {
            store.reserveName(room, by.id(), taken);
        }
        try {
            if (unarchived) {
                proposals.make(room, by, new Change.Archived(false));
            }
            if (name != null && !name.equals(found.room().name())) {
                proposals.make(room, by, new Change.Renamed(name));
            }
        } finally {
            if (taken != null) {
                store.releaseName(room, taken);
            }
        }
        if (wanted.topic() != null && !wanted.topic().equals(found.room().topic())) {
            proposals.make(room, by, new Change.TopicSet(wanted.topic()));
        }
        if (wanted.slowMode() != null
                && !Pace.manual(wanted.slowMode()).equals(found.room().pace())) {
            proposals.make(room, by, new Change.SlowModeSet(wanted.slowMode()));
        }
        if (Boolean.TRUE.equals(wanted.archived())) {
            proposals.make(room, by, new Change.Archived(true));
        }
        return rooms.describe(room, by.id());
    }

    /**
     * Gives an account a role: invites who is no member, bans, or changes a member's.
     *
     * @throws ChatException {@code not-found} for the room or the account, {@code forbidden} for who does not stand above
     *     both roles, {@code conflict} in a direct room and for the last owner, {@code archived}
     */
    public Member setRole(RoomId room, Author by, AccountId account, MemberRole role) {
        RoomForMe found = account.equals(by.id()) ? joined(room, by.id()) : moderated(room, by.id());
        if (found.room().visibility() == Visibility.DIRECT) {
            throw new ChatException(ErrorCode.CONFLICT, "a direct room keeps its people");
        }
        Author who = accounts.find(account).map(Account::author).orElseThrow(() -> ChatException.notFound("account"));
        changes.take(by.id());
        RoomForMe theirs = store.find(room, account).orElseThrow(() -> ChatException.notFound("room"));
        if (role != MemberRole.BANNED && !theirs.joined()) {
            if (role != MemberRole.MEMBER && found.role() != MemberRole.OWNER) {
                throw new ChatException(ErrorCode.FORBIDDEN, "only owners do this");
            }
            proposals.make(room, by, new Change.Joined(who, MemberRole.MEMBER));
        }
        if (role != MemberRole.MEMBER || theirs.joined()) {
            proposals.make(room, by, new Change.RoleSet(who, role));
        }
        return members.find(room, account).orElseThrow(() -> ChatException.notFound("member"));
    }

    /**
     * Ends a membership, or a ban.
     *
     * @throws ChatException {@code not-found}, {@code forbidden}, {@code conflict} as in {@link #setRole}
     */
    public void remove(RoomId room, Author by, AccountId account) {
        if (account.equals(by.id())) {
            rooms.leave(room, by);
            return;
        }
        moderated(room, by.id());
        Member member = members.find(room, account).orElseThrow(() -> ChatException.notFound("member"));
        changes.take(by.id());
        proposals.make(room, by, new Change.Removed(member.account().author()));
    }

    private RoomForMe moderated(RoomId room, AccountId by) {
        RoomForMe found = rooms.find(room, by);
        if (!found.moderated()) {
            throw new ChatException(ErrorCode.FORBIDDEN, "only owners and moderators do this");
        }
        return found;
    }

    private RoomForMe joined(RoomId room, AccountId who) {
        RoomForMe found = rooms.find(room, who);
        if (!found.joined()) {
            throw new ChatException(ErrorCode.FORBIDDEN, "only members do this here");
        }
        return found;
    }
}
