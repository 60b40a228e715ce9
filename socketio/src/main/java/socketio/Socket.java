package socketio;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client in a namespace. Every method may be called from any thread and none blocks; what one thread emits arrives in
 * that order. On a socket that is gone, everything that sends does nothing.
 */
public interface Socket {

    /** Unique, not guessable, and not the session id of the connection. */
    String id();

    Namespace namespace();

    Handshake handshake();

    /**
     * Forgets the first request of the connection but for the address, and for these headers, of which the values may be parts:
     * its headers and its query are half a KiB and more, as long as the connection lives. For all namespaces of the connection,
     * also those that are connected later.
     *
     * @param headers values by name, without line breaks
     */
    void keepOfHandshake(Map<String, String> headers);

    /** What was last given to {@link #attach}, or null; a {@link ClassCastException} if it is something else. */
    <T> @Nullable T attachment(Class<T> type);

    /** Puts the one thing that the owner wants to find again on this socket; visible to all threads. */
    void attach(@Nullable Object attachment);

    /** Sends the frame; a volatile one only if the connection keeps up. */
    void emit(Frame frame);

    /** Sends the frame only if the connection keeps up. */
    void emitVolatile(Frame frame);

    /**
     * Sends the frame and asks for an acknowledgement.
     *
     * @return completed on the socket's event loop with what the client answered; fails with {@link
     *     java.util.concurrent.TimeoutException} after {@code timeout}, or with {@link SocketGone}
     */
    CompletableFuture<Arguments> emitWithAck(Frame frame, Duration timeout);

    /** Sends DISCONNECT for this namespace; the connection stays for others. */
    void disconnect();

    /** Closes the whole connection, after what was emitted before has been written. */
    void close();

    /** Bytes that wait for the client to read. */
    long queuedBytes();

    /** Whether it is admitted and not gone. */
    boolean isConnected();

    /** Milliseconds since 1970 of the last thing heard from the connection, precise to the sweep of the heartbeat. */
    long lastHeard();

    /** Whether this socket took over the state of a lost one ({@link SocketIoOptions#recovery()}). */
    boolean recovered();

    /** Runs the task on the socket's event loop, after what this thread did to the socket before. It must not block. */
    void execute(Runnable task);
}
