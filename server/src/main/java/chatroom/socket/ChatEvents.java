package chatroom.socket;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Snapshots;
import chatroom.account.Session;
import chatroom.account.Sessions;
import chatroom.live.Client;
import chatroom.live.Live;
import chatroom.message.Draft;
import chatroom.message.Messages;
import chatroom.message.PostOutcome;
import chatroom.presence.Memberships;
import chatroom.presence.Presence;
import chatroom.reading.Readings;
import chatroom.room.Rooms;
import chatroom.wire.ErrorJson;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import socketio.Acknowledgement;
import socketio.ConnectRefused;
import socketio.Namespace;
import socketio.Socket;

/** Ties the events of the contract to the namespace {@code /}. */
public final class ChatEvents {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String COOKIE = "Cookie";

    /**
     * Who may connect, and where they belong.
     *
     * @param cookieToken null where the client has sent its token itself
     * @param memberships null where they are known already
     */
    private record Admitted(
            Session session,
            @Nullable String cookieToken,
            @Nullable Memberships memberships) {}

    private final Sessions sessions;
    private final Presence presence;
    private final Snapshots snapshots;
    private final ConnectionLimits connections;
    private final Rooms rooms;
    private final Messages messages;
    private final Readings readings;
    private final Live live;
    private final RoomEntry entry;
    private final Acks acks;
    private final Guard guard;
    private final CookieReader cookies;
    private final Executor virtualThreads;
    private final InstantSource clock;

    /** Finds the session's token among a handshake's cookies. */
    @FunctionalInterface
    public interface CookieReader {
        @Nullable
        String token(@Nullable String cookieHeader);
    }

    ChatEvents(
            SocketDomain domain, Live live, RoomEntry entry, Acks acks, CookieReader cookies, Executor virtualThreads) {
        this.sessions = domain.sessions();
        this.presence = domain.presence();
        this.snapshots = domain.snapshots();
        this.connections = domain.connections();
        this.rooms = domain.rooms();
        this.messages = domain.messages();
        this.readings = domain.readings();
        this.live = live;
        this.entry = entry;
        this.acks = acks;
        this.guard = new Guard(acks);
        this.cookies = cookies;
        this.virtualThreads = virtualThreads;
        this.clock = domain.clock();
    }

    void register(Namespace namespace) {
        namespace
                .use(this::admit)
                .onConnect(this::connected)
                .onDisconnect((socket, reason) -> {
                    Client client = socket.attachment(Client.class);
                    if (client != null) {
                        connections.leave(client.author().id(), address(socket));
                        live.disconnected(client);
                    }
                })
                .onSlow(socket -> Live.bye(chatroom.DisconnectReason.SLOW, null))
                .onBlocking(
                        "room:enter",
                        guard.guarded((client, fields, ack) -> entry.enter(client, RoomEntry.Request.of(fields), ack)))
                .onBlocking("read", guard.guarded(this::read))
                .onBlocking("room:exit", guard.guarded(this::exit))
                .on("typing", guard.guarded(this::typing))
                .on("message:post", guard.guarded(this::post))
                .onUnknown((socket, arguments, ack) -> acks.refuse(ack, unknown(arguments.event())));
    }

    private CompletionStage<Void> admit(Socket socket) {
        try {
            return CompletableFuture.runAsync(() -> lookAndAttach(socket), virtualThreads);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.failedFuture(
                    refused(new ChatException(ErrorCode.UNAVAILABLE, "the server is stopping")));
        }
    }

    private void lookAndAttach(Socket socket) {
        try {
            // Once: it is parsed anew each time.
            JsonNode auth = socket.handshake().auth();
            String sent = auth.path("token").textValue();
            String cookieToken = sent == null ? cookies.token(socket.handshake().header(COOKIE)) : null;
            String token = Sessions.plausible(sent == null ? cookieToken : sent);
            // Before the moment that is looked at: what changes in between is noticed then.
            long moment = presence.moment();
            Admitted admitted = snapshots.read(() -> {
                Session session = expected(auth, sessions.find(token));
                return new Admitted(
                        session,
                        cookieToken,
                        memberships(socket, session.account().id(), moment));
            });
            sessions.used(admitted.session());
            socket.attach(admitted);
        } catch (RuntimeException e) {
            throw refused(ErrorJson.refusal(e));
        }
    }

    private static ConnectRefused refused(ChatException refusal) {
        return new ConnectRefused(
                refusal.code().wireName(), Json.read(Json.object(json -> ErrorJson.fields(json, refusal))));
    }

    private @Nullable Memberships memberships(Socket socket, AccountId account, long moment) {
        connections.check(account, address(socket));
        return presence.isPlaced(account) ? null : presence.memberships(account, moment);
    }

    /** What the entrance has settled: behind a proxy of ours what that one says, else who is connected. */
    private static String address(Socket socket) {
        String forwarded = socket.handshake().header(FORWARDED_FOR);
        return forwarded == null ? socket.handshake().remoteAddress() : forwarded;
    }

    /** A page that names its account is not let in as another one, whose cookie the browser may have by now. */
    private static Session expected(JsonNode auth, Session session) {
        JsonNode account = auth.path("account");
        if (account.isMissingNode()
                || account.asLong() == session.account().id().value()) {
            return session;
        }
        throw new ChatException(ErrorCode.CONFLICT, "the session is another account's");
    }

    private void connected(Socket socket) {
        Admitted admitted = Objects.requireNonNull(socket.attachment(Admitted.class));
        connections.enter(admitted.session().account().id(), address(socket));
        keepOfHandshake(socket, admitted.cookieToken());
        live.connected(socket, admitted.session(), admitted.memberships(), clock.millis());
    }

    /** Whoever disconnects and connects again on the same connection has the same address, and is who they are by the same cookie. */
    private void keepOfHandshake(Socket socket, @Nullable String cookieToken) {
        Map<String, String> kept = new HashMap<>();
        String forwarded = socket.handshake().header(FORWARDED_FOR);
        if (forwarded != null) {
            kept.put(FORWARDED_FOR, forwarded);
        }
        if (cookieToken != null) {
            kept.put(COOKIE, ours(Objects.requireNonNullElse(socket.handshake().header(COOKIE), ""), cookieToken));
        }
        socket.keepOfHandshake(kept);
    }

    /** The one cookie that carries the token: the others are not ours to keep. */
    private static String ours(String cookies, String token) {
        return Arrays.stream(cookies.split(";", -1))
                .map(String::strip)
                .filter(cookie -> cookie.endsWith("=" + token))
                .findFirst()
                .orElse("");
    }

    private void exit(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        fields.done();
        live.exit(client, room);
        ack.send(Acks.ok(json -> {}));
    }

    private void read(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        Position position = fields.position("position");
        fields.done();
        readings.mark(room, client.author().id(), position, client);
        ack.send(Acks.ok(json -> {}));
    }

    private void typing(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        fields.done();
        if (client.hasEntered(room)) {
            live.typing(client, room);
            ack.send(Acks.ok(json -> {}));
        } else {
            virtualThreads.execute(() -> acks.refuse(ack, outside(client, room)));
        }
    }

    /** Not found, for some: that the room must be entered would tell them that it is there. */
    private RuntimeException outside(Client client, RoomId room) {
        try {
            rooms.look(room, client.author().id());
            return new ChatException(ErrorCode.FORBIDDEN, "enter the room first");
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** On the event loop from beginning to end: nothing on this way waits. */
    private void post(Client client, Fields fields, Acknowledgement ack) {
        RoomId room = fields.room("room");
        var draft = new Draft(
                fields.text("text"),
                fields.optionalText("key"),
                fields.optionalPosition("replyTo"),
                fields.optionalIds("attachments"));
        fields.done();
        messages.post(room, client.author(), draft).whenComplete((outcome, failure) -> {
            if (failure != null) {
                acks.refuse(ack, failure);
            } else if (ack.isWanted()) {
                ack.send(answer(outcome));
            }
        });
    }

    private static byte[] answer(PostOutcome outcome) {
        return switch (outcome) {
            case PostOutcome.Posted(var event) ->
                Acks.ok(json -> {
                    json.writeNumberField("position", event.position().value());
                    json.writeNumberField("at", event.at());
                });
            case PostOutcome.AlreadyPosted(var position, var at) ->
                Acks.ok(json -> {
                    json.writeNumberField("position", position.value());
                    json.writeNumberField("at", at);
                    json.writeBooleanField("duplicate", true);
                });
        };
    }

    private static ChatException unknown(String event) {
        String shortened = event.length() > 64 ? event.substring(0, 64) : event;
        return new ChatException(ErrorCode.INVALID, "there is no event " + shortened);
    }
}
