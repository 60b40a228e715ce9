package chatroom.account;

import chatroom.AccountId;
import chatroom.Author;

/**
 * Somebody who uses the chat room.
 *
 * @param displayName empty where none was chosen
 */
public record Account(AccountId id, String username, String displayName, AccountRole role) {
    /** How this account signs what it writes: the display name, else the username. */
    public Author author() {
        return new Author(id, displayName.isEmpty() ? username : displayName);
    }

    public boolean isAdministrator() {
        return role == AccountRole.ADMINISTRATOR;
    }
}
