package chatroom.app;

import chatroom.ErrorCode;
import chatroom.Event;
import chatroom.account.Passwords;
import chatroom.http.BodyBudget;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import socketio.DisconnectReason;
import socketio.SocketIoMetrics;
import socketio.SocketIoServer;

/** The figures behind {@code /metrics}. */
final class Metrics implements SocketIoMetrics {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter events = counter("chatroom.events", "Events that the log has committed");
    private final Counter batches = counter("chatroom.commits", "Commits of the log");
    private final Counter sent = counter("chatroom.socket.sent", "Frames handed to sockets, one for each receiver");
    private final Counter sentBytes = counter("chatroom.socket.sent.bytes", "Bytes handed to sockets");
    private final Counter received = counter("chatroom.socket.received", "Packets that came in");
    private final Counter dropped = counter("chatroom.socket.dropped", "Ephemeral frames not sent to slow sockets");
    private final Counter malformed = counter("chatroom.socket.malformed", "Connections closed for malformed input");
    private final Counter handshakesRefused = counter("chatroom.socket.refused", "Handshakes and CONNECTs refused");
    private final Map<DisconnectReason, Counter> gone = new EnumMap<>(DisconnectReason.class);
    private final Map<ErrorCode, Counter> refusals = new EnumMap<>(ErrorCode.class);

    Metrics() {
        for (DisconnectReason reason : DisconnectReason.values()) {
            gone.put(
                    reason,
                    Counter.builder("chatroom.socket.disconnected")
                            .description("Sockets that went, by reason")
                            .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT))
                            .register(registry));
        }
        for (ErrorCode code : ErrorCode.values()) {
            refusals.put(
                    code,
                    Counter.builder("chatroom.socket.refusals")
                            .description("Events of clients refused, by code")
                            .tag("code", code.wireName())
                            .register(registry));
        }
    }

    /** @param connections how many sockets are connected now */
    void watchConnections(IntSupplier connections) {
        Gauge.builder("chatroom.connections", () -> connections.getAsInt())
                .description("Sockets that are signed in")
                .register(registry);
    }

    /** What waits in memory because of clients. */
    void watchQueues(SocketIoServer sockets, BodyBudget bodies) {
        Gauge.builder("chatroom.socket.queued.bytes", sockets, SocketIoServer::queuedBytes)
                .description("Bytes that wait for sockets that do not keep up")
                .register(registry);
        Gauge.builder("chatroom.socket.waiting.bytes", sockets, SocketIoServer::waitingBytes)
                .description("Bytes published that have not reached the event loops")
                .register(registry);
        Gauge.builder("chatroom.body.bytes", bodies, BodyBudget::taken)
                .description("Bytes that requests in flight have announced")
                .register(registry);
        FunctionCounter.builder("chatroom.bodies.cut", bodies, BodyBudget::cutOff)
                .description("Bodies cut off because all together were too much")
                .register(registry);
    }

    void watchPasswords(Passwords passwords) {
        FunctionCounter.builder("chatroom.password.hashes", passwords, Passwords::computed)
                .description("Hashes of passwords computed")
                .register(registry);
    }

    String scrape() {
        return registry.scrape();
    }

    void committed(List<Event> committed) {
        events.increment(committed.size());
        batches.increment();
    }

    void refused(ErrorCode code) {
        count(refusals.get(code));
    }

    @Override
    public void disconnected(DisconnectReason reason) {
        count(gone.get(reason));
    }

    @Override
    public void refused() {
        handshakesRefused.increment();
    }

    @Override
    public void received() {
        received.increment();
    }

    @Override
    public void sent(long frames, long bytes) {
        sent.increment(frames);
        sentBytes.increment(bytes);
    }

    @Override
    public void dropped() {
        dropped.increment();
    }

    @Override
    public void malformed() {
        malformed.increment();
    }

    private static void count(@org.jspecify.annotations.Nullable Counter counter) {
        if (counter != null) {
            counter.increment();
        }
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
