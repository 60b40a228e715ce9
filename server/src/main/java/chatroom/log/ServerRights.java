package chatroom.log;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ErrorCode;
import chatroom.MemberRole;
import org.jspecify.annotations.Nullable;

/**
 * What the server itself may do in a room, on behalf of accounts that are gone: take their posts out, let them leave, and hand on
 * what they owned. No account has its id.
 */
final class ServerRights {
    private ServerRights() {}

    /** What hinders it, or null. */
    static @Nullable Decision hindrance(RoomState state, Change change) {
        if (change instanceof Change.Deleted) {
            return null;
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
        return new Decision.Refused(ErrorCode.FORBIDDEN, "the server does not do this");
    }

    private static boolean isMember(RoomState state, AccountId account) {
        MemberRole role = state.role(account);
        return role != null && role != MemberRole.BANNED;
    }
}
