package socketio.polling;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** An HTTP request whose answer may come later and from another thread; only the first answer is sent. */
public final class Exchange {
    private static final long NO_ERROR = 0;

    private final HttpServerRequest request;
    private final Context context;
    private boolean answered;

    /** Called on the request's context. */
    public Exchange(Vertx vertx, HttpServerRequest request) {
        this.request = request;
        this.context = vertx.getOrCreateContext();
    }

    /** Any thread. Does nothing if it is answered or its connection is gone. */
    public void answer(int status, String contentType, byte[] body) {
        answer(status, contentType, body, () -> {});
    }

    /** As the other one, and runs {@code sent}, on any thread, when the answer is written or cannot be. */
    public void answer(int status, String contentType, byte[] body, Runnable sent) {
        onContext(() -> answerNow(status, contentType, body, sent));
    }

    /** As {@link #answer}, and ends the HTTP connection, for a request whose body is not going to be read. */
    public void answerAndClose(int status, String contentType, byte[] body) {
        onContext(() -> {
            if (!answered) {
                announceEnd(request);
            }
            answerNow(status, contentType, body, () -> hangUp(request));
        });
    }

    private void answerNow(int status, String contentType, byte[] body, Runnable sent) {
        if (answered || request.response().closed()) {
            sent.run();
            return;
        }
        answered = true;
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", contentType)
                .putHeader("cache-control", "no-store")
                .end(Buffer.buffer(body))
                .onComplete(written -> sent.run());
    }

    /** Says that {@link #hangUp} follows the answer; HTTP/2 knows no such header (RFC 9113 §8.2.2). */
    public static void announceEnd(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            request.response().putHeader("connection", "close");
        }
    }

    /**
     * Ends the HTTP connection of an answered request, whose body the HTTP server would go on reading otherwise; the
     * stream alone with HTTP/2 (RFC 9113 §8.1).
     */
    public static void hangUp(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(NO_ERROR);
        } else {
            request.connection().close();
        }
    }

    /** Runs {@code gone} on the request's context if the client goes away before the answer. Called there. */
    public void onAborted(Runnable gone) {
        request.response().closeHandler(closed -> {
            if (!answered) {
                answered = true;
                gone.run();
            }
        });
    }

    private void onContext(Runnable task) {
        if (context.equals(Vertx.currentContext())) {
            task.run();
        } else {
            context.runOnContext(ignored -> task.run());
        }
    }
}
