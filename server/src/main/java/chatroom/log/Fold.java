package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The one decision about a proposal, the same in every keeper of the log and on every node: it depends on the proposal, the
 * position offered and the room's state alone, never on a clock, a thread or a store's mood.
 */
public final class Fold {
    private static final Decision.Refused UNKNOWN = new Decision.Refused(ErrorCode.NOT_FOUND, "room not found");

    private Fold() {}

    /**
     * Decides, and moves the state on if the proposal is accepted.
     *
     * @param state null where there is no such room
     * @param position greater than the room's head; used only if the proposal is accepted
     */
    public static Decision decide(@Nullable RoomState state, Proposal proposal, Position position) {
        if (state == null) {
            return UNKNOWN;
        }
        Decision instead = proposal.author().id().equals(AccountId.SERVER)
                ? ServerRights.hindrance(state, proposal.change())
                : hindrance(state, proposal);
        if (instead != null) {
            return instead;
        }
        Event event =
                new Event(proposal.room(), position, state.head(), proposal.at(), proposal.author(), proposal.change());
        apply(state, event);
        return new Decision.Accepted(event);
    }

    private static @Nullable Decision hindrance(RoomState state, Proposal proposal) {
        AccountId author = proposal.author().id();
        MemberRole role = state.role(author);
        return switch (proposal.change()) {
            case Change.Joined joined -> joinHindrance(state, author, role, joined);
            case Change.Left left ->
                leaveHindrance(state, role, left.account().id().equals(author));
            case Change.Posted posted -> postHindrance(state, proposal, role, posted);
            case Change.Edited _, Change.Reacted _, Change.Unreacted _ -> speakHindrance(state, role);
            case Change.Deleted deleted -> {
                Decision hindrance = speakHindrance(state, role);
                yield hindrance == null && !deleted.writer().equals(author)
                        ? moderateHindrance(state, role)
                        : hindrance;
            }
            case Change.TopicSet _, Change.Renamed _ -> {
                Decision hindrance = moderateHindrance(state, role);
                yield hindrance == null ? archiveHindrance(state) : hindrance;
            }
            case Change.Archived archived -> {
                Decision hindrance = moderateHindrance(state, role);
                yield hindrance == null && state.isArchived() == archived.archived()
                        ? new Decision.Unchanged(state.head())
                        : hindrance;
            }
            case Change.Removed removed ->
                rankHindrance(state, role, removed.account().id(), null);
            case Change.RoleSet set -> rankHindrance(state, role, set.account().id(), set.role());
        };
    }

    private static @Nullable Decision postHindrance(
            RoomState state, Proposal proposal, @Nullable MemberRole role, Change.Posted posted) {
        String key = posted.key();
        boolean mayRead = state.visibility() == Visibility.PUBLIC ? role != MemberRole.BANNED : isMember(role);
        // First: a post that stands is told so to whoever retries it, even if it could not be made any more.
        SeenKey seen =
                key == null || !mayRead ? null : state.seen(proposal.author().id(), key, proposal.at());
        if (seen == null) {
            return speakHindrance(state, role);
        }
        return seen.digest() == TextDigest.of(posted.text())
                ? new Decision.Duplicate(seen.position(), seen.at())
                : new Decision.Refused(ErrorCode.CONFLICT, "this key was used for another text");
    }

    private static boolean isMember(@Nullable MemberRole role) {
        return role != null && role != MemberRole.BANNED;
    }

    /** Only members change anything; who may not know of the room learns nothing. */
    private static @Nullable Decision speakHindrance(RoomState state, @Nullable MemberRole role) {
        Decision hindrance = memberHindrance(state, role);
        return hindrance == null ? archiveHindrance(state) : hindrance;
    }

    private static @Nullable Decision memberHindrance(RoomState state, @Nullable MemberRole role) {
        if (isMember(role)) {
            return null;
        }
        if (state.visibility() != Visibility.PUBLIC) {
            return UNKNOWN;
        }
        return new Decision.Refused(
                ErrorCode.FORBIDDEN, role == null ? "only members do this here" : "banned from this room");
    }

    private static @Nullable Decision moderateHindrance(RoomState state, @Nullable MemberRole role) {
        Decision hindrance = memberHindrance(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        return role != null && role.moderates()
                ? null
                : new Decision.Refused(ErrorCode.FORBIDDEN, "only owners and moderators do this");
    }

    private static @Nullable Decision archiveHindrance(RoomState state) {
        return state.isArchived() ? new Decision.Refused(ErrorCode.ARCHIVED, "the room is archived") : null;
    }

    private static @Nullable Decision joinHindrance(
            RoomState state, AccountId author, @Nullable MemberRole role, Change.Joined joined) {
        AccountId who = joined.account().id();
        if (state.isCreator(author) && (state.isEmpty() || state.visibility() == Visibility.DIRECT)) {
            return null;
        }
        MemberRole present = state.role(who);
        if (!who.equals(author)) {
            Decision hindrance = moderateHindrance(state, role);
            if (hindrance != null) {
                return hindrance;
            }
        } else if (state.visibility() != Visibility.PUBLIC && present == null) {
            return UNKNOWN;
        }
        if (present == MemberRole.BANNED) {
            return who.equals(author) ? memberHindrance(state, present) : null;
        }
        if (present != null) {
            return new Decision.Unchanged(state.head());
        }
        Decision hindrance = archiveHindrance(state);
        if (hindrance == null && joined.role() != MemberRole.MEMBER) {
            return new Decision.Refused(ErrorCode.FORBIDDEN, "new members have no role yet");
        }
        return hindrance;
    }

    private static @Nullable Decision leaveHindrance(RoomState state, @Nullable MemberRole role, boolean self) {
        if (!self) {
            return new Decision.Refused(ErrorCode.FORBIDDEN, "others are removed, they do not leave");
        }
        if (state.isLobby()) {
            return new Decision.Refused(ErrorCode.CONFLICT, "everyone is a member of the lobby");
        }
        return memberHindrance(state, role);
    }

    /** A role may be given or taken by who stands above it: owners over all, moderators over members. */
    private static @Nullable Decision rankHindrance(
            RoomState state, @Nullable MemberRole role, AccountId who, @Nullable MemberRole wanted) {
        Decision hindrance = moderateHindrance(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        MemberRole present = state.role(who);
        if (present == wanted) {
            return new Decision.Unchanged(state.head());
        }
        if (present == null && wanted != MemberRole.BANNED) {
            return new Decision.Refused(ErrorCode.NOT_FOUND, "no such member");
        }
        boolean beyondModerators = (present != null && present.moderates()) || (wanted != null && wanted.moderates());
        return beyondModerators && role != MemberRole.OWNER
                ? new Decision.Refused(ErrorCode.FORBIDDEN, "only owners do this")
                : null;
    }

    private static void apply(RoomState state, Event event) {
        state.advance(event.position(), event.at());
        switch (event.change()) {
            case Change.Posted posted -> {
                String key = posted.key();
                if (key != null) {
                    long digest = TextDigest.of(posted.text());
                    state.remember(event.author().id(), new SeenKey(key, event.position(), event.at(), digest));
                }
            }
            case Change.Archived archived -> state.setArchived(archived.archived());
            case Change.Joined joined -> state.setRole(joined.account().id(), joined.role());
            case Change.Left left -> state.setRole(left.account().id(), null);
            case Change.Removed removed -> state.setRole(removed.account().id(), null);
            case Change.RoleSet set -> state.setRole(set.account().id(), set.role());
            case Change.Edited _,
                    Change.Deleted _,
                    Change.Reacted _,
                    Change.Unreacted _,
                    Change.TopicSet _,
                    Change.Renamed _ -> {}
        }
    }
}
