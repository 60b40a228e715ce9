package chatroom.socket;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.Snapshots;
import chatroom.Visibility;
import chatroom.live.Arrival;
import chatroom.live.Client;
import chatroom.live.Live;
import chatroom.message.EventPage;
import chatroom.message.MessagePage;
import chatroom.message.Messages;
import chatroom.message.Window;
import chatroom.presence.Presence;
import chatroom.room.RoomForMe;
import chatroom.room.Rooms;
import chatroom.wire.EventJson;
import chatroom.wire.Fields;
import chatroom.wire.MessageJson;
import chatroom.wire.RoomJson;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import socketio.Acknowledgement;
import socketio.Hold;

/**
 * {@code room:enter}: what happened before, then what happens, with nothing missing between and nothing twice. What happens
 * from now on is held first; then the past is read; what was held and is in it already is dropped.
 */
final class RoomEntry {
    private static final int EVENTS_MAX = 1_000;
    private static final int PAGE_DEFAULT = 50;
    private static final int PAGE_MAX = 200;
    private static final int ATTEMPTS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** What a client asks for. */
    record Request(
            RoomId room, @Nullable Position after, @Nullable String epoch, int limit) {
        static Request of(Fields fields) {
            var request = new Request(
                    fields.room("room"),
                    fields.optionalPosition("after"),
                    fields.optionalText("epoch"),
                    fields.optionalNumber("limit", 1, PAGE_MAX, PAGE_DEFAULT));
            fields.done();
            return request;
        }
    }

    /** Who waits for an answer. */
    private record Asked(Client client, Request request, Acknowledgement ack) {}

    /** What happened before, in one of two forms. */
    private sealed interface Past {
        Position asOf();

        record Fresh(String outcome, MessagePage page) implements Past {
            @Override
            public Position asOf() {
                return page.asOf();
            }
        }

        record Resumed(List<Event> events, Position asOf) implements Past {}
    }

    /** The room and what happened there, of one moment. */
    private record Before(RoomForMe room, Past past) {}

    private final Rooms rooms;
    private final Snapshots snapshots;
    private final Messages messages;
    private final Presence presence;
    private final ConnectionLimits limits;
    private final Live live;
    private final Acks acks;
    private final Executor virtualThreads;

    RoomEntry(SocketDomain domain, Live live, Acks acks, Executor virtualThreads) {
        this.rooms = domain.rooms();
        this.snapshots = domain.snapshots();
        this.messages = domain.messages();
        this.presence = domain.presence();
        this.limits = domain.connections();
        this.live = live;
        this.acks = acks;
        this.virtualThreads = virtualThreads;
    }

    /** May block. */
    void enter(Client client, Request request, Acknowledgement ack) {
        limits.checkRooms(client, request.room());
        // Its own connection is among those it is told of.
        awaitPlaceInTable(client);
        var asked = new Asked(client, request, ack);
        answer(asked, live.enter(client, request.room(), visibility(client, request), retrying(asked, ATTEMPTS - 1)));
    }

    /**
     * What kind of room it is. Only a member who comes back is not looked up for it, but when it is answered: nobody else may count as being
     * in the room until it is known that they may.
     */
    private Visibility visibility(Client client, Request request) {
        boolean comesBack = request.after() != null
                && presence.isMemberOnline(request.room(), client.author().id());
        Visibility known = comesBack ? live.visibility(request.room()) : null;
        return known == null ? look(client, request) : known;
    }

    /** Whoever has not been in a public room joins it; one that is archived takes nobody in, and is read. */
    private Visibility look(Client client, Request request) {
        RoomForMe room = rooms.find(request.room(), client.author().id());
        Visibility visibility = room.room().visibility();
        boolean open = visibility == Visibility.PUBLIC && !room.room().archived();
        if (request.after() == null && !room.joined() && open) {
            rooms.join(request.room(), client.author());
        }
        return visibility;
    }

    private void answer(Asked asked, Arrival arrival) {
        try {
            Before before = snapshots.read(() -> before(asked));
            byte[] answer = Acks.ok(json -> answer(json, before.room(), before.past()));
            arrival.release(before.past().asOf().value(), () -> asked.ack().send(answer));
        } catch (RuntimeException e) {
            // What has ended by itself is answered by whoever was told so.
            if (arrival.cancel()) {
                throw e;
            }
        }
    }

    /** Looked at again: who was removed before the arrival began was not taken out of it. */
    private Before before(Asked asked) {
        RoomForMe room =
                rooms.describe(asked.request().room(), asked.client().author().id());
        return new Before(room, past(asked.client(), asked.request()));
    }

    private Arrival.Listener retrying(Asked asked, int attempts) {
        return (arrival, why) -> virtualThreads.execute(() -> ended(asked, arrival, why, attempts));
    }

    /** The answer was being made when something came between. */
    private void ended(Asked asked, Arrival arrival, Hold.End why, int attempts) {
        try {
            switch (why) {
                case OVERFLOWED -> {
                    if (attempts == 0) {
                        throw new ChatException(ErrorCode.UNAVAILABLE, "the room is too fast to enter now");
                    }
                    answer(asked, arrival.again(retrying(asked, attempts - 1)));
                }
                case REPLACED -> throw new ChatException(ErrorCode.CONFLICT, "the room was entered anew meanwhile");
                case LEFT -> {
                    // Who was taken out is told so; else it was the client itself that left.
                    rooms.describe(
                            asked.request().room(), asked.client().author().id());
                    throw new ChatException(ErrorCode.CONFLICT, "the room was left meanwhile");
                }
            }
        } catch (RuntimeException e) {
            arrival.abandon();
            acks.refuse(asked.ack(), e);
        }
    }

    private static void awaitPlaceInTable(Client client) {
        try {
            client.connection().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ChatException(ErrorCode.UNAVAILABLE, "the server is stopping");
        } catch (ExecutionException | TimeoutException e) {
            throw new ChatException(ErrorCode.UNAVAILABLE, "the server is too busy");
        }
    }

    private Past past(Client client, Request request) {
        Position after = request.after();
        if (after == null) {
            return newest("fresh", client, request);
        }
        if (!messages.epoch().equals(request.epoch())) {
            return newest("reset", client, request);
        }
        EventPage events = messages.eventsAfter(request.room(), client.author().id(), after, EVENTS_MAX);
        return events.complete() && !after.isAfter(events.asOf())
                ? new Past.Resumed(events.events(), events.asOf())
                : newest("reset", client, request);
    }

    private Past newest(String outcome, Client client, Request request) {
        return new Past.Fresh(
                outcome, messages.page(request.room(), client.author().id(), new Window.Newest(), request.limit()));
    }

    private void answer(JsonGenerator json, RoomForMe room, Past past) throws IOException {
        RoomId id = room.room().id();
        Presence.Shown there = presence.show(id, Live.NAMED_MAX);
        switch (past) {
            case Past.Fresh(var outcome, var page) -> {
                json.writeStringField("outcome", outcome);
                MessageJson.list(json, page.messages());
                json.writeBooleanField("more", page.moreBefore());
            }
            case Past.Resumed(var events, var _) -> {
                json.writeStringField("outcome", "resumed");
                json.writeArrayFieldStart("events");
                for (Event event : events) {
                    EventJson.write(json, event);
                }
                json.writeEndArray();
            }
        }
        json.writeFieldName("room");
        RoomJson.write(json, room, there.online());
        json.writeStringField("epoch", messages.epoch());
        json.writeNumberField("head", past.asOf().value());
        json.writeNumberField("online", there.online());
        if (there.online() <= Live.NAMED_MAX) {
            EventJson.people(json, "people", there.people());
        }
    }
}
