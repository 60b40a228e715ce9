package socketio;

/**
 * What one connection may cost. Every number is a bound on what a hostile client can make the server hold.
 *
 * @param maxPayload bytes of one message or one polling body; a WebSocket frame over it closes with 1009
 * @param highWaterMark queued bytes above which a connection gets no volatile frames
 * @param maxQueuedBytes queued bytes above which a connection is slow and is closed
 * @param maxQueuedInAll queued bytes of all connections together; above half of it the slowest are closed, and above all of it
 *     cut off. What many are sent counts for each.
 * @param maxNamespaces namespaces that one connection may have joined at once
 * @param maxDynamicNamespaces namespaces that predicates may have made at once in the whole server
 * @param maxAttachments binary attachments of one packet
 * @param maxDepth nested arrays and objects of one packet
 * @param maxWaitingEvents events of a socket that may wait for a blocking listener before its reads pause
 * @param maxPendingAcks acknowledgements that one socket may owe at once
 * @param maxHeldFrames frames that a {@link Hold} may keep
 * @param maxHeldBytes bytes that a {@link Hold} may keep
 */
public record Limits(
        int maxPayload,
        int highWaterMark,
        int maxQueuedBytes,
        long maxQueuedInAll,
        int maxNamespaces,
        int maxDynamicNamespaces,
        int maxAttachments,
        int maxDepth,
        int maxWaitingEvents,
        int maxPendingAcks,
        int maxHeldFrames,
        int maxHeldBytes) {

    /** Bounds for an ordinary application. */
    public static Limits standard() {
        return new Limits(
                1_000_000,
                64 * 1024,
                8 * 1024 * 1024,
                Runtime.getRuntime().maxMemory() / 4,
                16,
                1_000,
                10,
                64,
                64,
                1_000,
                10_000,
                4 * 1024 * 1024);
    }

    public Limits withMaxPayload(int bytes) {
        return new Limits(
                bytes,
                highWaterMark,
                maxQueuedBytes,
                maxQueuedInAll,
                maxNamespaces,
                maxDynamicNamespaces,
                maxAttachments,
                maxDepth,
                maxWaitingEvents,
                maxPendingAcks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withQueue(int highWaterBytes, int maxBytes) {
        return new Limits(
                maxPayload,
                highWaterBytes,
                maxBytes,
                maxQueuedInAll,
                maxNamespaces,
                maxDynamicNamespaces,
                maxAttachments,
                maxDepth,
                maxWaitingEvents,
                maxPendingAcks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withQueuesInAll(long maxBytes) {
        return new Limits(
                maxPayload,
                highWaterMark,
                maxQueuedBytes,
                maxBytes,
                maxNamespaces,
                maxDynamicNamespaces,
                maxAttachments,
                maxDepth,
                maxWaitingEvents,
                maxPendingAcks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withNamespaces(int perConnection, int dynamicInAll) {
        return new Limits(
                maxPayload,
                highWaterMark,
                maxQueuedBytes,
                maxQueuedInAll,
                perConnection,
                dynamicInAll,
                maxAttachments,
                maxDepth,
                maxWaitingEvents,
                maxPendingAcks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withPackets(int attachments, int depth) {
        return new Limits(
                maxPayload,
                highWaterMark,
                maxQueuedBytes,
                maxQueuedInAll,
                maxNamespaces,
                maxDynamicNamespaces,
                attachments,
                depth,
                maxWaitingEvents,
                maxPendingAcks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withWaiting(int events, int acks) {
        return new Limits(
                maxPayload,
                highWaterMark,
                maxQueuedBytes,
                maxQueuedInAll,
                maxNamespaces,
                maxDynamicNamespaces,
                maxAttachments,
                maxDepth,
                events,
                acks,
                maxHeldFrames,
                maxHeldBytes);
    }

    public Limits withHold(int frames, int bytes) {
        return new Limits(
                maxPayload,
                highWaterMark,
                maxQueuedBytes,
                maxQueuedInAll,
                maxNamespaces,
                maxDynamicNamespaces,
                maxAttachments,
                maxDepth,
                maxWaitingEvents,
                maxPendingAcks,
                frames,
                bytes);
    }
}
