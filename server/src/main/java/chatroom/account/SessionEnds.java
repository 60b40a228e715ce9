package chatroom.account;

import chatroom.DisconnectReason;

/** Hears of sessions that ended, so that their sockets close. Called by the thread that ended it; must not block. */
@FunctionalInterface
public interface SessionEnds {
    void ended(long session, DisconnectReason reason);
}
