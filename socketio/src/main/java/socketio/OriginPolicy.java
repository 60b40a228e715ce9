package socketio;

import io.vertx.core.http.HttpServerRequest;

/** Decides whether a handshake from the origin of a request is accepted; a refused one is answered HTTP 403. */
@FunctionalInterface
public interface OriginPolicy {

    /** Called on the request's event loop for every handshake and upgrade; must not block. */
    boolean accepts(HttpServerRequest request);

    /** Accepts every origin, also none at all. */
    static OriginPolicy everyOrigin() {
        return request -> true;
    }
}
