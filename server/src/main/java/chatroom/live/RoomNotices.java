package chatroom.live;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.presence.Presence;
import chatroom.reading.Place;
import chatroom.room.MemberStore;
import chatroom.room.RoomForMe;
import chatroom.room.RoomStore;
import chatroom.wire.Json;
import chatroom.wire.RoomJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Delivery;
import socketio.Frame;
import socketio.Socket;
import socketio.SocketIoServer;

/**
 * Tells people of rooms that they may see now or no more, or that are described otherwise. A room is read when it is told of,
 * by one thread at a time: what is told last is how it is.
 */
final class RoomNotices {
    private static final Logger LOG = LoggerFactory.getLogger(RoomNotices.class);

    private sealed interface Notice {
        RoomId room();

        /** For everybody who may see the room. */
        record ToAll(RoomId room) implements Notice {}

        record ToOne(RoomId room, AccountId account, Before before) implements Notice {}

        /** @param change where it is written what the account is from then on */
        record ToUnplaced(RoomId room, AccountId account, Position change) implements Notice {}
    }

    private enum Before {
        MEMBER,
        OUTSIDER
    }

    private final SocketIoServer server;
    private final Presence presence;
    private final Clients clients;
    private final RoomStore rooms;
    private final MemberStore members;
    private final Executor virtualThreads;
    private final Consumer<Place> counted;

    // Guarded by itself.
    private final Set<Notice> due = new LinkedHashSet<>();
    private boolean telling;

    /** @param counted told of places whose counts are to be told once more */
    RoomNotices(
            SocketIoServer server,
            Presence presence,
            Clients clients,
            RoomStore rooms,
            MemberStore members,
            Executor virtualThreads,
            Consumer<Place> counted) {
        this.server = server;
        this.presence = presence;
        this.clients = clients;
        this.rooms = rooms;
        this.members = members;
        this.virtualThreads = virtualThreads;
        this.counted = counted;
    }

    /** Tells everybody who may see the room how it is. Does not block. */
    void tellAll(RoomId room) {
        add(new Notice.ToAll(room));
    }

    /** Tells an account's devices how the room is, or that it is gone for them. Does not block. */
    void tell(RoomId room, AccountId account) {
        if (!clients.of(account).isEmpty()) {
            add(new Notice.ToOne(room, account, Before.MEMBER));
        }
    }

    /** The same for who was no member: who is banned from a hidden room does not learn by it that there is one. */
    void tellOutsider(RoomId room, AccountId account) {
        if (!clients.of(account).isEmpty()) {
            add(new Notice.ToOne(room, account, Before.OUTSIDER));
        }
    }

    /**
     * The same for who is just connecting, of whom it is looked up what they were before.
     *
     * @param change the position at which they ceased to be it
     */
    void tellUnplaced(RoomId room, AccountId account, Position change) {
        if (!clients.of(account).isEmpty()) {
            add(new Notice.ToUnplaced(room, account, change));
        }
    }

    private void add(Notice notice) {
        synchronized (due) {
            due.add(notice);
            if (telling) {
                return;
            }
            telling = true;
        }
        virtualThreads.execute(this::tellDue);
    }

    private void tellDue() {
        for (Notice next = next(); next != null; next = next()) {
            try {
                switch (next) {
                    case Notice.ToAll(RoomId room) -> toAll(room);
                    case Notice.ToOne(RoomId room, AccountId account, Before before) ->
                        toOne(room, account, () -> before == Before.MEMBER);
                    case Notice.ToUnplaced(RoomId room, AccountId account, Position change) ->
                        toOne(room, account, () -> members.wasMember(room, account, change));
                }
            } catch (RuntimeException e) {
                LOG.warn(
                        "a change of room {} could not be told: {}", next.room().value(), e.toString());
            }
        }
    }

    private @Nullable Notice next() {
        synchronized (due) {
            if (due.isEmpty()) {
                telling = false;
                return null;
            }
            Notice first = due.iterator().next();
            due.remove(first);
            return first;
        }
    }

    /** @param wasMember asked only of a hidden room that the account does not see */
    private void toOne(RoomId room, AccountId account, BooleanSupplier wasMember) {
        Optional<RoomForMe> described = rooms.describe(room, account);
        Optional<RoomForMe> found = described.filter(RoomNotices::isVisible);
        if (found.isEmpty() && described.filter(RoomNotices::isPublic).isEmpty() && !wasMember.getAsBoolean()) {
            return;
        }
        Frame frame = found.map(this::frame).orElseGet(() -> gone(room));
        clients.of(account).forEach(client -> client.socket().emit(frame));
        // Its counts may be older than those of an activity that was told while the room was read: they are told again.
        if (found.filter(RoomForMe::joined).isPresent()) {
            counted.accept(new Place(room, account));
        }
    }

    /** By role, so that a frame is encoded a few times and not once for each member. */
    private void toAll(RoomId id) {
        // Whom nobody is: the room as it is for those who are no members.
        Optional<RoomForMe> found = rooms.find(id, new AccountId(0));
        if (found.isEmpty()) {
            return;
        }
        RoomForMe outside = new RoomForMe(found.get().room(), null);
        Map<AccountId, MemberRole> special = members.special(id);
        Map<MemberRole, Frame> frames = new HashMap<>();
        Set<Socket> told = new HashSet<>();
        for (Author member : presence.people(id, Integer.MAX_VALUE)) {
            MemberRole role = special.getOrDefault(member.id(), MemberRole.MEMBER);
            if (role == MemberRole.BANNED) {
                continue;
            }
            Frame frame = frames.computeIfAbsent(role, r -> frame(new RoomForMe(outside.room(), r)));
            clients.of(member.id()).forEach(client -> {
                told.add(client.socket());
                client.socket().emit(frame);
            });
        }
        // Just connecting, they may be members without being found among the people of the room.
        List<Client> unplaced = clients.unplaced();
        if (outside.room().visibility() != Visibility.PUBLIC) {
            unplaced.forEach(client -> tellOutsider(id, client.author().id()));
        } else {
            unplaced.forEach(client -> {
                told.add(client.socket());
                tell(id, client.author().id());
            });
            special.forEach((account, role) -> {
                if (role == MemberRole.BANNED) {
                    clients.of(account).forEach(client -> told.add(client.socket()));
                }
            });
            server.broadcast(
                    List.of(new Delivery(server.namespace("/").everyone(), frame(outside), Long.MAX_VALUE, told)));
        }
    }

    private static boolean isVisible(RoomForMe room) {
        return room.joined() || (isPublic(room) && room.role() != MemberRole.BANNED);
    }

    private static boolean isPublic(RoomForMe room) {
        return room.room().visibility() == Visibility.PUBLIC;
    }

    private Frame frame(RoomForMe room) {
        return Frame.event("room", Json.object(json -> {
            json.writeFieldName("room");
            RoomJson.write(json, room, presence.online(room.room().id()));
        }));
    }

    private static Frame gone(RoomId room) {
        return Frame.event("room", Json.object(json -> {
            json.writeObjectFieldStart("room");
            json.writeNumberField("id", room.value());
            json.writeEndObject();
            json.writeBooleanField("gone", true);
        }));
    }
}
