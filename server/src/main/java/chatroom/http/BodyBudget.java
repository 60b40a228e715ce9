package chatroom.http;

import chatroom.ChatException;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the bodies of all requests may take together, counted by what their heads announce, from then until the answer. Where
 * that is too much, the body that has been coming the longest is cut off: an honest one is here in a moment. Any thread;
 * nothing blocks.
 */
public final class BodyBudget {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final long max;
    // Guarded by this; oldest first.
    private final Set<Body> coming = new LinkedHashSet<>();
    /** By those alone that are still coming. */
    private long underway;

    private long taken;
    private long cutOff;

    /** @param max bytes */
    public BodyBudget(long max) {
        this.max = max;
    }

    /** A body that is counted. */
    final class Body {
        private final Runnable hangUp;
        private long bytes;

        private Body(long bytes, Runnable hangUp) {
            this.bytes = bytes;
            this.hangUp = hangUp;
        }

        /** It is all here, and is not cut off any more. */
        void arrived() {
            synchronized (BodyBudget.this) {
                if (coming.remove(this)) {
                    underway -= bytes;
                }
            }
        }

        /** The request is answered, or its client is gone. */
        void done() {
            synchronized (BodyBudget.this) {
                arrived();
                taken -= bytes;
                bytes = 0;
            }
        }
    }

    /**
     * Counts a body that is about to come; null if there is no room even so.
     *
     * @param limit how large it may be, for one that does not say
     */
    @Nullable
    Body enter(HttpServerRequest request, int limit) {
        return enter(announced(request, limit), () -> request.connection().close());
    }

    /** @param hangUp ends the connection that it comes on; called on another's thread */
    @Nullable
    Body enter(long bytes, Runnable hangUp) {
        var body = new Body(bytes, hangUp);
        List<Body> late = new ArrayList<>();
        synchronized (this) {
            // What is here already stays, whoever is cut off: then nobody is for nothing.
            if (taken - underway + bytes > max) {
                return null;
            }
            Iterator<Body> oldest = coming.iterator();
            while (taken + bytes > max) {
                Body next = oldest.next();
                oldest.remove();
                underway -= next.bytes;
                taken -= next.bytes;
                next.bytes = 0;
                late.add(next);
                cutOff++;
            }
            coming.add(body);
            underway += bytes;
            taken += bytes;
        }
        late.forEach(each -> each.hangUp.run());
        return body;
    }

    /** Bytes. */
    public synchronized long taken() {
        return taken;
    }

    /** How many were cut off. */
    public synchronized long cutOff() {
        return cutOff;
    }

    /** What who finds no room is told. */
    static ChatException refusal() {
        return ChatException.unavailable("too much is being sent here", PATIENCE);
    }

    /** Whether the request has a body. */
    static boolean isWith(HttpServerRequest request) {
        String length = request.getHeader("Content-Length");
        return length == null ? request.headers().contains("Transfer-Encoding") : !length.equals("0");
    }

    private static long announced(HttpServerRequest request, int limit) {
        String length = request.getHeader("Content-Length");
        try {
            return length == null ? limit : Math.clamp(Long.parseLong(length), 0, limit);
        } catch (NumberFormatException e) {
            return limit;
        }
    }
}
