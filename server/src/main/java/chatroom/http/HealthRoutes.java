package chatroom.http;

import chatroom.wire.Json;
import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.function.Supplier;

/** What an operator's machines ask: alive, ready, how much of what. */
public final class HealthRoutes {
    private final Supplier<Readiness> readiness;
    private final Supplier<String> metrics;

    /**
     * @param readiness what the server can do now; must not block
     * @param metrics all figures in Prometheus' text format; must not block
     */
    public HealthRoutes(Supplier<Readiness> readiness, Supplier<String> metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    void register(Router router) {
        router.get("/health/live").handler(context -> Api.send(context, status(200, "live")));
        router.get("/health/ready")
                .handler(context -> Api.send(
                        context,
                        switch (readiness.get()) {
                            case READY -> ready("available");
                            // A balancer that sent everybody elsewhere would take the reading away too.
                            case READY_TO_READ -> ready("unavailable");
                            case NOT_READY -> status(503, "not ready");
                        }));
        router.get("/metrics")
                .handler(context -> Api.send(
                        context,
                        new Answer(
                                200,
                                metrics.get().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"))));
    }

    private static Answer ready(String posting) {
        return Answer.ok(json -> {
            json.writeStringField("status", "ready");
            json.writeStringField("posting", posting);
        });
    }

    private static Answer status(int code, String status) {
        return new Answer(code, Json.object(json -> json.writeStringField("status", status)), Map.of());
    }
}
