package chatroom.message.bad;

import chatroom.room.bad.RoomThatKnowsMessages;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Breaks a rule on purpose: SQL outside the store. */
public record MessageThatKnowsSql(
        Connection connection, @Nullable RoomThatKnowsMessages room) {}
