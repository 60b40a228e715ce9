package chatroom.live;

import chatroom.AccountId;
import chatroom.RoomId;
import java.util.Set;

/** What a throttle asks about people. Any thread; nothing here blocks. */
interface People {
    /** The room's owners and moderators, as far as they are known here. */
    Set<AccountId> leading(RoomId room);

    /** The sockets of an account. */
    Set<Client> devices(AccountId account);

    /** The sockets of all whom a text names. */
    Set<Client> named(String text);
}
