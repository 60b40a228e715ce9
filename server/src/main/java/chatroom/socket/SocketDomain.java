package chatroom.socket;

import chatroom.Snapshots;
import chatroom.account.Sessions;
import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import chatroom.reading.Readings;
import chatroom.room.Rooms;
import java.time.InstantSource;

/** What the socket's events speak to. */
public record SocketDomain(
        Sessions sessions,
        Rooms rooms,
        Messages messages,
        Amendments amendments,
        Readings readings,
        Presence presence,
        ConnectionLimits connections,
        Snapshots snapshots,
        InstantSource clock) {}
