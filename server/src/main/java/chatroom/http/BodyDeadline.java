package chatroom.http;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;

/**
 * A body that trickles holds its connection, and is never idle: what has not arrived in time ends the connection. One before
 * the body is read, {@link #met} after it.
 */
final class BodyDeadline {
    private static final String TIMER = BodyDeadline.class.getName();

    private final Duration patience;

    BodyDeadline(Duration patience) {
        this.patience = patience;
    }

    void set(RoutingContext context) {
        long timer = context.vertx()
                .setTimer(
                        patience.toMillis(),
                        late -> context.request().connection().close());
        context.put(TIMER, timer);
        // A body that is refused is never met, and its connection may go on.
        context.addEndHandler(done -> context.vertx().cancelTimer(timer));
        context.next();
    }

    static void met(RoutingContext context) {
        context.vertx().cancelTimer(Objects.requireNonNull(context.<Long>get(TIMER)));
        context.next();
    }
}
