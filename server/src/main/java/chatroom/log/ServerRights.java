package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import chatroom.Pace;
import chatroom.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself may do in a room. On behalf of accounts that are gone: take their posts out, let them leave, and hand on
 * what they owned. By itself: slow a room down, and let it go again. No account has its id.
 */
final class ServerRights {
    private ServerRights() {}

    /** What hinders it, or null. */
    static @Nullable Decision hindrance(RoomState state, Change change) {
        if (change instanceof Change.Deleted deleted) {
            return state.isDeleted(deleted.id()) ? new Decision.Unchanged(state.head()) : null;
        }
        if (change instanceof Change.Left(var account)) {
            return isMember(state, account.id()) && !state.isLobby() ? null : new Decision.Unchanged(state.head());
        }
        if (change instanceof Change.RoleSet(var account, var role) && role == MemberRole.OWNER) {
            if (state.role(account.id()) == role) {
                return new Decision.Unchanged(state.head());
            }
            return isMember(state, account.id()) ? null : new Decision.Refused(ErrorCode.NOT_FOUND, "no such member");
        }
        if (change instanceof Change.SlowModeAdapted adapted) {
            return adapting(state, adapted);
        }
        return new Decision.Refused(ErrorCode.FORBIDDEN, "the server does not do this");
    }

    private static @Nullable Decision adapting(RoomState state, Change.SlowModeAdapted adapted) {
        if (state.visibility() == Visibility.DIRECT) {
            return new Decision.Refused(ErrorCode.FORBIDDEN, "a direct room has no slow mode");
        }
        Pace before = adapted.before();
        if (!before.equals(state.slowMode().pace()) || adapted.seconds() < before.manual()) {
            return new Decision.Refused(ErrorCode.CONFLICT, "slow mode was set otherwise");
        }
        return before.seconds() == adapted.seconds() ? new Decision.Unchanged(state.head()) : null;
    }

    private static boolean isMember(RoomState state, AccountId account) {
        MemberRole role = state.role(account);
        return role != null && role != MemberRole.BANNED;
    }
}
