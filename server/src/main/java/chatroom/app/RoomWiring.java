package chatroom.app;

import chatroom.http.RoomDomain;
import chatroom.limit.RateLimiter;
import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.reading.Readings;
import chatroom.room.DirectRooms;
import chatroom.room.Members;
import chatroom.room.Proposals;
import chatroom.room.RoomAdministration;
import chatroom.room.Rooms;
import java.time.InstantSource;

/** Makes what belongs to rooms and what is said in them, and ties it together. */
final class RoomWiring {
    private final RoomDomain domain;
    private final Messages messages;
    private final Amendments amendments;

    /** @param changes how fast one account may change what is there */
    RoomWiring(Ground ground, LogWiring log, RateLimiter changes) {
        Config.Limits limits = ground.config().limits();
        Storage storage = ground.storage();
        InstantSource clock = ground.clock();
        var reads = RateLimiter.bySystemClock(limits.reads(), "too many reads");
        var openings = RateLimiter.bySystemClock(limits.rooms(), "too many new rooms");
        var posts = RateLimiter.bySystemClock(limits.posts(), "too many posts");
        var proposals = new Proposals(log.log(), clock);
        var rooms = new Rooms(storage.rooms(), proposals, openings, changes, reads);
        this.domain = new RoomDomain(
                rooms,
                new DirectRooms(storage.rooms(), storage.accounts(), proposals, openings),
                new RoomAdministration(
                        rooms, storage.rooms(), storage.members(), storage.accounts(), proposals, changes),
                new Members(rooms, storage.members(), reads),
                new Readings(rooms, storage.reading(), log.counts(), log.live(), reads, ground.virtualThreads()));
        this.messages = new Messages(storage.messages(), storage.snapshots(), log.log(), rooms, posts, reads, clock);
        this.amendments = new Amendments(messages, log.log(), changes, clock);
    }

    RoomDomain domain() {
        return domain;
    }

    Messages messages() {
        return messages;
    }

    Amendments amendments() {
        return amendments;
    }
}
