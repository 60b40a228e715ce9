package chatroom.live;

import chatroom.Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import socketio.Delivery;
import socketio.Frame;
import socketio.Socket;
import socketio.SocketIoServer;

/** Tells the viewers of one channel a batch: all of them the same, encoded once, but for those with something of their own. */
final class ThrottledChannel implements Throttle.Outlet {
    private final SocketIoServer server;
    private final Channel channel;
    private final Entries entries;
    private final People people;

    ThrottledChannel(SocketIoServer server, Channel channel, Entries entries, People people) {
        this.server = server;
        this.channel = channel;
        this.entries = entries;
        this.people = people;
    }

    /** Within the throttle's turn. */
    @Override
    public void send(List<Event> batch, int places) {
        BitSet general = Choice.of(batch, places, people.leading(channel.id()));
        Excerpt excerpt = Excerpt.of(batch, general);
        entries.note(excerpt.runs());
        Map<Client, Long> known = entries.knownFrom(batch.getFirst().position().value());
        Map<Client, BitSet> personal = Personal.of(batch, general, people::devices, people::named, this::isWatching);
        // Of a run that they know the beginning of, they are told the rest.
        known.keySet().stream().filter(this::isWatching).forEach(client -> personal.putIfAbsent(client, general));

        var frames = new Frames(batch.size());
        Set<Socket> except = personal.keySet().stream().map(Client::socket).collect(Collectors.toUnmodifiableSet());
        List<Delivery> deliveries = new ArrayList<>();
        for (Excerpt.Part part : excerpt.parts()) {
            deliveries.add(new Delivery(channel.sockets(), frames.of(part), part.to(), except));
        }
        server.broadcast(deliveries);
        personal.forEach((client, shown) -> Excerpt.of(batch, shown)
                .after(known.getOrDefault(client, 0L))
                .parts()
                .forEach(part -> client.socket().emit(frames.of(part))));
    }

    /** Who is entering gets what is held for it, which is what all get. */
    private boolean isWatching(Client client) {
        return client.isIn(channel) && !entries.isEntering(client);
    }

    /** What a batch is on the wire: each event encoded once, however many see it, and each run. */
    private final class Frames {
        private final @Nullable Frame[] events;
        private final Map<Run, Frame> runs = new HashMap<>();

        private record Run(long from, long to) {}

        Frames(int size) {
            events = new Frame[size];
        }

        Frame of(Excerpt.Part part) {
            return switch (part) {
                case Excerpt.Shown(int index, Event event) -> {
                    Frame known = events[index];
                    Frame frame = known == null ? LiveFrames.event(event) : known;
                    events[index] = frame;
                    yield frame;
                }
                case Excerpt.Skipped run ->
                    runs.computeIfAbsent(new Run(run.from(), run.to()), r -> LiveFrames.skipped(channel.id(), run));
            };
        }
    }
}
