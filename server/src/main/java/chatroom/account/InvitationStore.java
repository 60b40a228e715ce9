package chatroom.account;

import chatroom.AccountId;
import java.util.List;

/** Where invitations are kept. Every call may block; what it has written is durable. Expired ones are as if not there. */
public interface InvitationStore {
    /** @throws chatroom.ChatException {@code conflict} where there are {@code max} already */
    void add(Invitation invitation, AccountId creator, long created, int max);

    /** Those that can still be used, the last to expire first. */
    List<Invitation> list(long now);

    /** Whether it could be used now. */
    boolean isGood(String code, long now);

    /** False if there is none with this code. */
    boolean remove(String code);

    void removeAll();
}
