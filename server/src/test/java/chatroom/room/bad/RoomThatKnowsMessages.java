package chatroom.room.bad;

import chatroom.message.bad.MessageThatKnowsSql;

/** Breaks two rules on purpose: an arrow the wrong way, which makes a circle. */
public record RoomThatKnowsMessages(MessageThatKnowsSql message) {}
