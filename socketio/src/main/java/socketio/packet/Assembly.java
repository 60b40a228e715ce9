package socketio.packet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A packet whose attachments are coming in. Bounded by the number it announced and by {@code maxBytes}. */
public final class Assembly {
    private final Packet.Announced announced;
    private final List<byte[]> arrived = new ArrayList<>();
    private final int maxBytes;
    private long bytes;

    public Assembly(Packet.Announced announced, int maxBytes) {
        this.announced = announced;
        this.maxBytes = maxBytes;
    }

    /** Takes the next attachment; the whole packet if it was the last one. */
    public @Nullable Packet add(byte[] attachment) throws MalformedPacket {
        bytes += attachment.length;
        if (bytes > maxBytes) {
            throw new MalformedPacket("attachments too large");
        }
        arrived.add(attachment);
        return arrived.size() < announced.attachments() ? null : announced.with(arrived);
    }
}
