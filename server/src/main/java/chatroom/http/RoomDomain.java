package chatroom.http;

import chatroom.reading.Readings;
import chatroom.room.DirectRooms;
import chatroom.room.Members;
import chatroom.room.RoomAdministration;
import chatroom.room.Rooms;

/** What the resources of rooms and their members speak to. */
public record RoomDomain(
        Rooms rooms, DirectRooms directRooms, RoomAdministration administration, Members members, Readings readings) {}
