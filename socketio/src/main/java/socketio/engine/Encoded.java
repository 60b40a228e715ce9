package socketio.engine;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import socketio.polling.Payload;
import socketio.websocket.Frames;

/**
 * One or more messages, encoded once for all receivers: finished WebSocket frames, from which the form of long-polling is
 * made when a poller needs it. Immutable; heap memory only; the array is not to be changed.
 *
 * @param webSocket whole, unmasked, final frames; a text frame holds an Engine.IO packet, a binary frame a message
 */
public record Encoded(byte[] webSocket) {
    static final Encoded PING = new Encoded(Frames.text("2"));
    static final Encoded NOOP = new Encoded(Frames.text("6"));
    static final Encoded CLOSE = new Encoded(Frames.text("1"));

    /** A binary message. */
    public static Encoded binary(byte[] message) {
        return new Encoded(Frames.frame(Frames.BINARY, message));
    }

    /** A text message: the packet type 4 is put in front. */
    public static Encoded text(byte[] utf8, int offset) {
        int length = utf8.length - offset + 1;
        byte[] frame = new byte[Frames.headerLength(length) + length];
        int start = Frames.writeHeader(frame, 0, Frames.TEXT, length);
        frame[start] = '4';
        System.arraycopy(utf8, offset, frame, start + 1, length - 1);
        return new Encoded(frame);
    }

    public int size() {
        return webSocket.length;
    }

    /** Appends the packets in the form of long-polling, each behind a separator if something precedes it. */
    void appendPolling(ByteArrayOutputStream payload) {
        int position = 0;
        while (position < webSocket.length) {
            int lengthCode = webSocket[position + 1];
            int lengthBytes = lengthCode < 126 ? 0 : lengthCode == 126 ? 2 : 8;
            int length = lengthBytes == 0 ? lengthCode : lengthAt(position + 2, lengthBytes);
            int start = position + 2 + lengthBytes;
            if (payload.size() > 0) {
                payload.write(Payload.SEPARATOR);
            }
            if ((webSocket[position] & 0x0F) == Frames.TEXT) {
                payload.write(webSocket, start, length);
            } else {
                byte[] message = new byte[length];
                System.arraycopy(webSocket, start, message, 0, length);
                payload.write('b');
                payload.writeBytes(Base64.getEncoder().encode(message));
            }
            position = start + length;
        }
    }

    private int lengthAt(int from, int bytes) {
        int length = 0;
        for (int index = from; index < from + bytes; index++) {
            length = (length << 8) | (webSocket[index] & 0xFF);
        }
        return length;
    }
}
