package chatroom.http;

import chatroom.wire.Json;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
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
        read(router, "/health/live").handler(context -> Api.send(context, status(200, "live")));
        read(router, "/health/ready")
                .handler(context -> Api.send(
                        context,
                        switch (readiness.get()) {
                            case READY -> ready("available");
                            // A balancer that sent everybody elsewhere would take the reading away too.
                            case READY_TO_READ -> ready("unavailable");
                            case NOT_READY -> status(503, "not ready");
                        }));
        read(router, "/metrics")
                .handler(context -> Api.send(
                        context,
                        new Answer(
                                200,
                                metrics.get().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                Map.of("Content-Type", "text/plain; version=0.0.4; charset=utf-8"))));
    }

    /** HEAD too, as some balancers ask: it would find the page otherwise, which is there whatever the server can do. */
    private static Route read(Router router, String path) {
        return router.route(HttpMethod.GET, path).method(HttpMethod.HEAD);
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
