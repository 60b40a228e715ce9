package socketio;

import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the middleware of a namespace, one after the other, whether a socket may connect. On the socket's loop. */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final LiveSocket socket;
    private final List<Middleware> middleware;
    private int next;

    Admission(LiveSocket socket) {
        this.socket = socket;
        this.middleware = socket.space().listeners().middleware();
    }

    void ask() {
        if (!socket.isAsking()) {
            return;
        }
        if (next == middleware.size()) {
            socket.admitted();
            return;
        }
        try {
            middleware.get(next++).admit(socket).whenComplete((nothing, failure) -> answered(failure));
        } catch (RuntimeException failure) {
            refuse(failure);
        }
    }

    /** On any thread. */
    private void answered(@Nullable Throwable failure) {
        if (socket.loop().isCurrent()) {
            decide(failure);
        } else {
            socket.loop().submit(() -> decide(failure));
        }
    }

    private void decide(@Nullable Throwable failure) {
        if (failure == null) {
            ask();
        } else {
            refuse(failure);
        }
    }

    private void refuse(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ConnectRefused refused) {
            socket.refused(refused);
        } else {
            LOG.error("Middleware of {} failed", socket.namespace().name(), cause);
            socket.refused(new ConnectRefused("Internal error"));
        }
    }
}
