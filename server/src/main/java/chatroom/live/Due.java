package chatroom.live;

import chatroom.AccountId;
import chatroom.RoomId;
import chatroom.reading.Place;

/** What members are to be told of as {@code activity}. */
sealed interface Due {
    RoomId room();

    /** Something happened in a room. */
    record Happened(RoomId room) implements Due {}

    /** Some of its members have been told of that, and the others are yet to be. */
    record GoesOn(RoomId room) implements Due {}

    /** A member has read further, or may have missed what was told. */
    record Read(RoomId room, AccountId account) implements Due {
        static Read of(Place place) {
            return new Read(place.room(), place.account());
        }
    }
}
