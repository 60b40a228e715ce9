package socketio.engine;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** The headers that let a browser of a foreign origin read an answer. */
final class Cors {
    private final CorsPolicy policy;

    Cors(CorsPolicy policy) {
        this.policy = policy;
    }

    void apply(HttpServerRequest request) {
        String origin = request.getHeader("origin");
        if (origin == null || !policy.allowed().test(request)) {
            return;
        }
        HttpServerResponse response = request.response();
        response.putHeader("access-control-allow-origin", origin).putHeader("vary", "Origin");
        if (policy.credentials() == CorsPolicy.Credentials.ALLOWED) {
            response.putHeader("access-control-allow-credentials", "true");
        }
    }

    /** Answers OPTIONS; without the headers of {@link #apply} the browser takes it for a refusal. */
    static void answerPreflight(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (response.headers().contains("access-control-allow-origin")) {
            response.putHeader("access-control-allow-methods", "GET,POST");
            String wanted = request.getHeader("access-control-request-headers");
            if (wanted != null) {
                response.putHeader("access-control-allow-headers", wanted);
            }
            response.putHeader("access-control-max-age", "86400");
        }
        response.setStatusCode(204).end();
    }
}
