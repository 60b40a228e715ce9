package chatroom.room;

import chatroom.AccountId;
import chatroom.Visibility;

/** What the store needs to open a room. */
public record NewRoom(String name, String topic, Visibility visibility, AccountId creator, long created) {}
