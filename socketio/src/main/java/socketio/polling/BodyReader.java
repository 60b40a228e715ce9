package socketio.polling;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the body of a request up to a bound. On the request's context. */
public final class BodyReader {
    private final int maxBytes;
    private @Nullable Buffer read = Buffer.buffer();

    private BodyReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Calls one of the two, once: {@code whole} with all bytes, or {@code tooLarge} as soon as they are too many. */
    public static void read(HttpServerRequest request, int maxBytes, Consumer<byte[]> whole, Runnable tooLarge) {
        BodyReader reader = new BodyReader(maxBytes);
        request.handler(part -> reader.part(part, tooLarge));
        request.endHandler(ended -> reader.end(whole));
    }

    private void part(Buffer part, Runnable tooLarge) {
        Buffer before = read;
        if (before == null) {
            return;
        }
        if (before.length() + part.length() > maxBytes) {
            read = null;
            tooLarge.run();
        } else {
            before.appendBuffer(part);
        }
    }

    private void end(Consumer<byte[]> whole) {
        Buffer all = read;
        if (all != null) {
            whole.accept(all.getBytes());
        }
    }
}
