package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Visibility;
import org.jspecify.annotations.Nullable;

/** Who may do what in a room. Each question is answered with what hinders it, or null. */
final class Rights {
    static final Decision.Refused UNKNOWN = new Decision.Refused(ErrorCode.NOT_FOUND, "room not found");

    private Rights() {}

    static boolean isMember(@Nullable MemberRole role) {
        return role != null && role != MemberRole.BANNED;
    }

    /**
     * What is accepted where a proposal is: itself, but that whoever joins a room which all have left owns it. Nobody else could
     * ever give it an owner.
     */
    static Change accepted(RoomState state, Change change) {
        // Everyone is a member of the lobby, so that it is never abandoned; those it counts are not all.
        boolean abandoned =
                state.members() == 0 && !state.isEmpty() && !state.isLobby() && state.visibility() != Visibility.DIRECT;
        return abandoned && change instanceof Change.Joined joined
                ? new Change.Joined(joined.account(), MemberRole.OWNER)
                : change;
    }

    /** Only members change anything; who may not know of the room learns nothing. */
    static @Nullable Decision speaking(RoomState state, @Nullable MemberRole role) {
        Decision hindrance = membership(state, role);
        return hindrance == null ? archived(state) : hindrance;
    }

    static @Nullable Decision moderating(RoomState state, @Nullable MemberRole role) {
        Decision hindrance = membership(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        return role != null && role.moderates() ? null : forbidden("only owners and moderators do this");
    }

    static @Nullable Decision archived(RoomState state) {
        return state.isArchived() ? new Decision.Refused(ErrorCode.ARCHIVED, "the room is archived") : null;
    }

    static @Nullable Decision joining(RoomState state, AccountId author, Change.Joined joined) {
        AccountId who = joined.account().id();
        boolean direct = state.visibility() == Visibility.DIRECT;
        if (state.isEmpty() && state.hasCreator() && !direct && !state.isLobby()) {
            // Others may know of it before its creator is in it.
            return who.equals(author) && state.isCreator(author) ? null : UNKNOWN;
        }
        MemberRole present = state.role(who);
        if (isMember(present)) {
            return who.equals(author) || isMember(state.role(author)) ? unchanged(state) : outsider(state);
        }
        Decision hindrance = direct
                ? meeting(state, author, who)
                : who.equals(author) ? joiningOneself(state, present) : moderating(state, state.role(author));
        if (hindrance != null) {
            return hindrance;
        }
        return joined.role() == MemberRole.MEMBER ? archived(state) : forbidden("new members have no role yet");
    }

    /** Who belongs to a direct room never changes, and was looked at before the proposal; who is there lets in the others. */
    private static @Nullable Decision meeting(RoomState state, AccountId author, AccountId who) {
        return who.equals(author) || isMember(state.role(author)) ? null : UNKNOWN;
    }

    static @Nullable Decision leaving(RoomState state, AccountId author, Change.Left left) {
        MemberRole role = state.role(author);
        if (!left.account().id().equals(author)) {
            return forbidden("others are removed, they do not leave");
        }
        if (state.isLobby()) {
            return conflict("everyone is a member of the lobby");
        }
        Decision hindrance = membership(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        if (state.visibility() == Visibility.DIRECT) {
            return conflict("a direct room keeps its people");
        }
        return leavesNoOwner(state, role) ? conflict("make somebody else an owner first") : null;
    }

    static @Nullable Decision removing(RoomState state, AccountId author, AccountId who) {
        MemberRole role = state.role(author);
        Decision hindrance = moderating(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        MemberRole present = state.role(who);
        if (present == null) {
            return noMember();
        }
        if (who.equals(author)) {
            return conflict("who goes leaves, and is not removed");
        }
        if (state.isLobby() && present != MemberRole.BANNED) {
            return conflict("everyone is a member of the lobby");
        }
        return present.moderates() && role != MemberRole.OWNER ? forbidden("only owners do this") : null;
    }

    /** A role may be given or taken by who stands above it: owners over all, moderators over members. */
    static @Nullable Decision ranking(RoomState state, AccountId author, Change.RoleSet set) {
        MemberRole role = state.role(author);
        if (set.account().id().equals(author)) {
            return rankingOneself(state, role, set.role());
        }
        Decision hindrance = moderating(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        MemberRole present = state.role(set.account().id());
        if (present == set.role()) {
            return unchanged(state);
        }
        // Who was banned comes back by joining, which makes a member of it for all who look on.
        if (!isMember(present) && set.role() != MemberRole.BANNED) {
            return noMember();
        }
        boolean beyondModerators =
                (present != null && present.moderates()) || set.role().moderates();
        return beyondModerators && role != MemberRole.OWNER ? forbidden("only owners do this") : null;
    }

    /** One may step down, and not up. */
    private static @Nullable Decision rankingOneself(RoomState state, @Nullable MemberRole role, MemberRole wanted) {
        Decision hindrance = membership(state, role);
        if (hindrance != null) {
            return hindrance;
        }
        if (role == wanted) {
            return unchanged(state);
        }
        if (wanted == MemberRole.BANNED) {
            return conflict("nobody bans oneself");
        }
        boolean down = role == MemberRole.OWNER || (role == MemberRole.MODERATOR && wanted == MemberRole.MEMBER);
        if (!down) {
            return forbidden("only owners do this");
        }
        return role == MemberRole.OWNER && state.owners() == 1 ? conflict("make somebody else an owner first") : null;
    }

    private static @Nullable Decision joiningOneself(RoomState state, @Nullable MemberRole present) {
        if (present == MemberRole.BANNED) {
            return membership(state, present);
        }
        return state.visibility() == Visibility.PUBLIC ? null : UNKNOWN;
    }

    private static @Nullable Decision membership(RoomState state, @Nullable MemberRole role) {
        if (isMember(role)) {
            return null;
        }
        return role == null ? outsider(state) : banned(state);
    }

    private static Decision outsider(RoomState state) {
        return state.visibility() == Visibility.PUBLIC ? forbidden("only members do this here") : UNKNOWN;
    }

    private static Decision banned(RoomState state) {
        return state.visibility() == Visibility.PUBLIC ? forbidden("banned from this room") : UNKNOWN;
    }

    /** Whether others would be left behind without anybody who can give them an owner. */
    private static boolean leavesNoOwner(RoomState state, @Nullable MemberRole role) {
        return role == MemberRole.OWNER && state.owners() == 1 && state.members() > 1;
    }

    private static Decision unchanged(RoomState state) {
        return new Decision.Unchanged(state.head());
    }

    private static Decision forbidden(String detail) {
        return new Decision.Refused(ErrorCode.FORBIDDEN, detail);
    }

    private static Decision conflict(String detail) {
        return new Decision.Refused(ErrorCode.CONFLICT, detail);
    }

    private static Decision noMember() {
        return new Decision.Refused(ErrorCode.NOT_FOUND, "no such member");
    }
}
