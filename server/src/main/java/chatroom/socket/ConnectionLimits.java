package chatroom.socket;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.RoomId;
import chatroom.limit.AddressBlock;
import chatroom.live.Client;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many sockets one account and one address may have here at the same time, and how many rooms one socket. Any thread may call; nothing blocks. */
public final class ConnectionLimits {
    /** Stands for no limit; then nothing is counted. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(30);

    private final int byAccount;
    private final int byAddress;
    private final int rooms;
    private final ConcurrentMap<AccountId, Integer> accounts = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Integer> addresses = new ConcurrentHashMap<>();

    /** @param rooms that one socket may have entered */
    public ConnectionLimits(int byAccount, int byAddress, int rooms) {
        this.rooms = rooms;
        this.byAccount = byAccount;
        this.byAddress = byAddress;
    }

    /**
     * Looks whether there may be one more. Those that come together are let in together: the limits are against floods, and
     * may be passed by a few.
     *
     * @throws ChatException {@code rate-limited} if there are as many as may be
     */
    void check(AccountId account, String address) {
        check(accounts, account, byAccount, "this account has too many connections");
        check(addresses, AddressBlock.of(address), byAddress, "there are too many connections from here");
    }

    /**
     * Looks whether a socket may enter one more room. A few that come together may pass the limit.
     *
     * @throws ChatException {@code conflict} if it may not
     */
    void checkRooms(Client client, RoomId room) {
        if (client.enteredRooms() >= rooms && !client.hasEntered(room)) {
            throw new ChatException(ErrorCode.CONFLICT, "this socket has entered too many rooms: exit some first");
        }
    }

    void enter(AccountId account, String address) {
        enter(accounts, account, byAccount);
        enter(addresses, AddressBlock.of(address), byAddress);
    }

    /** One that entered is gone. */
    void leave(AccountId account, String address) {
        leave(accounts, account, byAccount);
        leave(addresses, AddressBlock.of(address), byAddress);
    }

    private static <K> void check(ConcurrentMap<K, Integer> counts, K key, int max, String detail) {
        if (max != NONE && counts.getOrDefault(key, 0) >= max) {
            throw ChatException.rateLimited(detail, COME_BACK_AFTER);
        }
    }

    private static <K> void enter(ConcurrentMap<K, Integer> counts, K key, int max) {
        if (max != NONE) {
            counts.merge(key, 1, Integer::sum);
        }
    }

    private static <K> void leave(ConcurrentMap<K, Integer> counts, K key, int max) {
        if (max != NONE) {
            counts.computeIfPresent(key, (k, count) -> count > 1 ? count - 1 : null);
        }
    }
}
