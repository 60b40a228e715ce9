package chatroom.message;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Departure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of accounts that were deleted. Every call may block; what it has written is durable. */
public interface DepartureStore {
    /**
     * A room that the account is still in.
     *
     * @param heir who must own it then; null where somebody does, or nobody is left
     */
    record Stay(RoomId room, @Nullable Author heir) {}

    /** A post that is not deleted yet. */
    record Post(RoomId room, Position id) {}

    List<Departure> pending();

    /** Rooms that it is a member of, but for the lobby and direct rooms: these keep their people. */
    List<Stay> stays(AccountId account);

    /** Who must own the lobby in the place of this account; null where it did not. */
    @Nullable
    Author heirOfLobby(AccountId account);

    /** The newest position of all rooms. */
    Position head();

    /** The account's posts behind {@code after}, up to {@code upTo}. */
    List<Post> posts(AccountId account, Position after, Position upTo);

    /** Takes the account's name out of the log behind {@code after} and up to {@code upTo}, and notes that this is done. */
    void forgetName(AccountId account, Position after, Position upTo);

    /** There is nothing left to do. */
    void finished(AccountId account);
}
