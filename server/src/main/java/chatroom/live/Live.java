package chatroom.live;

import chatroom.AccountId;
import chatroom.Change;
import chatroom.ChatException;
import chatroom.DisconnectReason;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.MemberRole;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Visibility;
import chatroom.account.Account;
import chatroom.account.Session;
import chatroom.account.SessionEnds;
import chatroom.limit.Rate;
import chatroom.log.LogListener;
import chatroom.presence.Connection;
import chatroom.presence.Memberships;
import chatroom.presence.Presence;
import chatroom.presence.PresenceChange;
import chatroom.reading.Place;
import chatroom.reading.ReadNews;
import chatroom.reading.UnreadCounts;
import chatroom.room.MemberStore;
import chatroom.room.RoomStore;
import chatroom.wire.EventJson;
import chatroom.wire.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Delivery;
import socketio.Frame;
import socketio.Socket;
import socketio.SocketIoServer;

/**
 * Everything that happens at once: events to those who have entered the room, presence, sessions that end. Encodes an event
 * once; the {@code socketio} module does the rest.
 */
public final class Live implements LogListener, SessionEnds, ReadNews {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);

    /** Above so many people online, a room is told a number and no names. */
    public static final int NAMED_MAX = 1_000;

    /** Whoever is in more rooms is entered into them elsewhere than on an event loop. */
    private static final int PLACED_AT_ONCE = 200;

    private final SocketIoServer server;
    private final Presence presence;
    private final Executor virtualThreads;
    private final Channels channels;
    private final Clients clients;
    private final RoomNotices notices;
    private final Activity activity;
    private final ScheduledExecutorService batches;

    /**
     * @param viewerRate how many posts of one room a viewer is shown
     * @param virtualThreads runs what may block
     */
    public Live(
            SocketIoServer server,
            Presence presence,
            Rate viewerRate,
            RoomStore rooms,
            MemberStore members,
            UnreadCounts counts,
            Executor virtualThreads,
            InstantSource clock) {
        this.server = server;
        this.presence = presence;
        this.virtualThreads = virtualThreads;
        this.clients = new Clients(clock);
        this.batches = batches();
        var people = new ViewedPeople(clients, members, virtualThreads);
        this.channels = new Channels(server.namespace("/"), new Throttling(server, viewerRate, batches, people));
        this.activity = new Activity(presence, clients, counts, virtualThreads);
        this.notices = new RoomNotices(server, presence, clients, rooms, members, virtualThreads, activity::read);
    }

    /**
     * A socket was admitted. Called on its event loop, before anything it sends is looked at.
     *
     * @param memberships of its account, when it was; null if they need not, or can't, be known
     */
    public Client connected(Socket socket, Session session, @Nullable Memberships memberships, long now) {
        var client = new Client(socket, session);
        socket.attach(client);
        DisconnectReason gone = clients.add(client);
        if (gone != null) {
            sendAway(client, gone);
            return client;
        }
        boolean few = memberships != null && memberships.rooms().size() <= PLACED_AT_ONCE;
        if (!few || !placeKnown(client, memberships, now)) {
            virtualThreads.execute(() -> place(client, memberships, now));
        }
        return client;
    }

    /** False, and nothing is done, if the memberships are not known well enough. */
    private boolean placeKnown(Client client, @Nullable Memberships memberships, long now) {
        if (memberships == null) {
            return false;
        }
        Session session = client.session();
        Connection connection =
                presence.connect(session.account(), session.id(), now, client.socket()::lastHeard, memberships);
        if (connection == null) {
            return false;
        }
        placed(client, connection);
        return true;
    }

    private void place(Client client, @Nullable Memberships memberships, long now) {
        try {
            if (placeKnown(client, memberships, now)) {
                return;
            }
            Session session = client.session();
            placed(client, presence.connect(session.account(), session.id(), now, client.socket()::lastHeard));
        } catch (RuntimeException e) {
            // Without a place in the table it can't go on; it comes back and tries again.
            client.connection().completeExceptionally(e);
            client.socket().close();
        }
    }

    private void placed(Client client, Connection connection) {
        // Renamed while it was entered into the table.
        if (!client.author().equals(connection.account().author())) {
            presence.renamed(client.author());
        }
        activity.placed(connection.account().id());
        if (!client.connection().complete(connection)) {
            presence.disconnect(connection);
        }
    }

    /** A socket is gone. Called on its event loop. */
    public void disconnected(Client client) {
        clients.remove(client);
        leaveRooms(client);
        if (!client.connection().completeExceptionally(new ChatException(ErrorCode.UNAVAILABLE, "gone"))) {
            client.connection().thenAccept(presence::disconnect);
        }
    }

    /** Not on the event loop: where another thread is just entering one of the rooms for the client, this one waits for it. */
    private void leaveRooms(Client client) {
        try {
            virtualThreads.execute(() -> channels.exitAll(client));
        } catch (RejectedExecutionException e) {
            LOG.debug("the server ends, and its rooms with it");
        }
    }

    /** What kind of room it is, if somebody here has entered it; else null. */
    public @Nullable Visibility visibility(RoomId room) {
        Channel channel = channels.find(room);
        return channel == null ? null : channel.visibility();
    }

    /** The client enters a room, and is told what happened before. */
    public Arrival enter(Client client, RoomId room, Visibility visibility, Arrival.Listener listener) {
        return channels.enter(client, room, visibility, listener);
    }

    /**
     * Tells the others in a room that the client is typing. Ephemeral; not told in rooms of over {@link #NAMED_MAX} online.
     *
     * @throws ChatException {@code forbidden} if the client has not entered the room
     */
    public void typing(Client client, RoomId room) {
        Stay stay = client.entered().get(room);
        if (stay == null) {
            throw new ChatException(ErrorCode.FORBIDDEN, "enter the room first");
        }
        if (client.mayTellTyping() && presence.online(room) <= NAMED_MAX) {
            Frame frame = Frame.event("typing", Json.object(json -> {
                        json.writeNumberField("room", room.value());
                        EventJson.people(json, "accounts", List.of(client.author()));
                    }))
                    .asVolatile();
            server.broadcast(
                    List.of(new Delivery(stay.channel().sockets(), frame, Long.MAX_VALUE, Set.of(client.socket()))));
        }
    }

    /** The client gets nothing more of the room. */
    public void exit(Client client, RoomId room) {
        channels.exit(client, room);
    }

    @Override
    public void committed(List<Event> events) {
        var publication = new Publication(server, events.size());
        for (Event event : events) {
            Channel channel = channels.find(event.room());
            if (channel != null) {
                publication.add(channel, event);
            }
            if (!(event.change() instanceof Change.Posted)) {
                // Who is removed gets this event and nothing after it.
                if (channel != null && endsReading(event.change(), channel)) {
                    publication.sendNow(channel);
                }
                follow(event, channel);
            }
        }
        publication.finish();
        activity.committed(events);
    }

    @Override
    public void moved(Place place, Position position, @Nullable Object by) {
        Frame frame = Frame.event("read", Json.object(json -> {
            json.writeNumberField("room", place.room().value());
            json.writeNumberField("position", position.value());
        }));
        for (Client client : clients.of(place.account())) {
            if (!client.equals(by)) {
                client.socket().emit(frame);
            }
        }
        activity.read(place);
    }

    /** Tells members of what happened in rooms that they have not entered. Called once a second. */
    public void tellActivity() {
        activity.tell();
    }

    /** Tells every room who came and who went since the last time. Called a few times a second. */
    public void tellPresence() {
        List<Delivery> deliveries = new ArrayList<>();
        for (PresenceChange change : presence.drainChanges()) {
            Channel channel = channels.find(change.room());
            if (channel != null) {
                deliveries.add(new Delivery(channel.sockets(), frame(change), Long.MAX_VALUE));
            }
        }
        if (!deliveries.isEmpty()) {
            server.broadcast(deliveries);
        }
    }

    @Override
    public void ended(long session, DisconnectReason reason) {
        clients.end(session, reason).forEach(client -> sendAway(client, reason));
    }

    /** An account is called otherwise from now on, or has another role. */
    public void changed(Account account) {
        clients.change(account);
        presence.renamed(account.author());
    }

    /** Whether sockets of a session are connected here. */
    public boolean isConnected(long session) {
        return clients.areOf(session);
    }

    /** Sends no batches any more. */
    public void close() {
        batches.shutdownNow();
    }

    private static ScheduledExecutorService batches() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("batches").daemon().factory());
    }

    /** The last thing a socket is told. */
    public static Frame bye(DisconnectReason reason, @Nullable Double reconnectAfterSeconds) {
        return Frame.event("bye", Json.object(json -> {
            json.writeStringField("reason", reason.wireName());
            if (reconnectAfterSeconds != null) {
                json.writeNumberField("reconnectAfter", reconnectAfterSeconds);
            }
        }));
    }

    private static void sendAway(Client client, DisconnectReason reason) {
        client.socket().emit(bye(reason, null));
        client.socket().close();
    }

    private static boolean endsReading(Change change, @Nullable Channel channel) {
        return channel != null
                && switch (change) {
                    // In the lobby that ends a ban.
                    case Change.Removed _ -> !channel.id().isLobby();
                    case Change.RoleSet set -> set.role() == MemberRole.BANNED;
                    // Everybody may go on reading a public room.
                    case Change.Left _ -> channel.visibility() != Visibility.PUBLIC;
                    case Change.Posted _,
                            Change.Edited _,
                            Change.Deleted _,
                            Change.Reacted _,
                            Change.Unreacted _,
                            Change.TopicSet _,
                            Change.Renamed _,
                            Change.Archived _,
                            Change.SlowModeSet _,
                            Change.SlowModeAdapted _,
                            Change.Joined _ -> false;
                };
    }

    private void follow(Event event, @Nullable Channel channel) {
        switch (event.change()) {
            case Change.Joined joined -> {
                presence.joined(event.room(), joined.account().id());
                // The first event of all: the room was just opened.
                if (event.prev().equals(Position.NONE)) {
                    notices.tellAll(event.room());
                } else {
                    notices.tell(event.room(), joined.account().id());
                }
            }
            case Change.Left left -> ended(event, channel, left.account().id());
            case Change.Removed removed -> {
                if (MemberRole.afterRemoval(event.room()) == null) {
                    ended(event, channel, removed.account().id());
                } else {
                    presence.joined(event.room(), removed.account().id());
                    notices.tell(event.room(), removed.account().id());
                }
            }
            case Change.RoleSet set -> {
                if (set.role() == MemberRole.BANNED) {
                    ended(event, channel, set.account().id());
                } else {
                    notices.tell(event.room(), set.account().id());
                }
            }
            case Change.TopicSet _,
                    Change.Renamed _,
                    Change.Archived _,
                    Change.SlowModeSet _,
                    Change.SlowModeAdapted _ -> notices.tellAll(event.room());
            case Change.Posted _, Change.Edited _, Change.Deleted _, Change.Reacted _, Change.Unreacted _ -> {}
        }
    }

    private void ended(Event event, @Nullable Channel channel, AccountId account) {
        // In this order: who is placed meanwhile is a member before they are done with connecting.
        boolean connecting = clients.of(account).stream()
                .anyMatch(client -> !client.connection().isDone());
        boolean isMember = presence.isMemberOnline(event.room(), account);
        presence.left(event.room(), account);
        if (endsReading(event.change(), channel)) {
            clients.of(account).forEach(client -> channels.exit(client, event.room()));
        }
        if (isMember) {
            notices.tell(event.room(), account);
        } else if (connecting) {
            // Whose rooms are not known yet may have been a member.
            notices.tellUnplaced(event.room(), account, event.position());
        } else {
            notices.tellOutsider(event.room(), account);
        }
    }

    private static Frame frame(PresenceChange change) {
        boolean named = change.online() <= NAMED_MAX;
        return Frame.event("presence", Json.object(json -> {
            json.writeNumberField("room", change.room().value());
            json.writeNumberField("online", change.online());
            if (named) {
                EventJson.people(json, "came", change.came());
                EventJson.people(json, "went", change.went());
            }
        }));
    }
}
