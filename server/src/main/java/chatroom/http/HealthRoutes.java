package chatroom.http;

import chatroom.wire.Json;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What an operator's machines ask: alive, ready, how much of what. */
final class HealthRoutes {
    private final BooleanSupplier ready;
    private final Supplier<String> metrics;

    /**
     * @param ready whether the server can serve now; must not block
     * @param metrics all figures in Prometheus' text format; must not block
     */
    HealthRoutes(BooleanSupplier ready, Supplier<String> metrics) {
        this.ready = ready;
        this.metrics = metrics;
    }

    void register(Router router) {
        router.get("/health/live").handler(context -> Api.send(context, status(200, "live")));
        router.get("/health/ready")
                .handler(context ->
                        Api.send(context, ready.getAsBoolean() ? status(200, "ready") : status(503, "not ready")));
        router.get("/metrics")
                .handler(context -> Api.send(
                        context,
                        new Answer(
                                200,
                                metrics.get().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"))));
    }

    private static Answer status(int code, String status) {
        return new Answer(code, Json.object(json -> json.writeStringField("status", status)), Map.of());
    }
}
