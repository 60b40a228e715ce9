package chatroom.log;

import chatroom.AccountId;
import chatroom.Position;

/** What somebody put under a message. */
public record Reaction(Position message, AccountId by, String emoji) {}
