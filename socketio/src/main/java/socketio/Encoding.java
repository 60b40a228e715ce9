package socketio;

import java.nio.charset.StandardCharsets;
import java.util.List;
import socketio.engine.Encoded;
import socketio.packet.Packet;
import socketio.packet.PacketHead;
import socketio.websocket.Frames;

/**
 * A packet with a payload in its finished form for the main namespace, from which the form for another namespace or with
 * an id is made: the payload stays where it is and only the head changes.
 *
 * @param type of {@link socketio.packet.PacketType}
 * @param encoded the finished form without an id
 * @param bodyFrom where in it the payload begins
 * @param bodyTo where in it the payload ends
 * @param attachments the binary attachments
 */
record Encoding(char type, Encoded encoded, int bodyFrom, int bodyTo, List<byte[]> attachments) {

    /** @param body the JSON array */
    static Encoding of(char type, byte[] body, List<byte[]> attachments) {
        String head = PacketHead.of(type, attachments.size(), "/", Packet.NO_ID);
        Encoded encoded = write(head, body, 0, body.length, attachments);
        int text = 1 + head.length() + body.length;
        int from = Frames.headerLength(text) + 1 + head.length();
        return new Encoding(type, encoded, from, from + body.length, attachments);
    }

    Encoded with(String namespace, long id) {
        String head = PacketHead.of(type, attachments.size(), namespace, id);
        return write(head, encoded.webSocket(), bodyFrom, bodyTo, attachments);
    }

    /** The same with one more element at the end of the array. */
    Encoding withArgument(byte[] json) {
        int kept = bodyTo - bodyFrom - 1;
        byte[] body = new byte[kept + json.length + 2];
        System.arraycopy(encoded.webSocket(), bodyFrom, body, 0, kept);
        body[kept] = ',';
        System.arraycopy(json, 0, body, kept + 1, json.length);
        body[body.length - 1] = ']';
        return of(type, body, attachments);
    }

    /** A packet without attachments, of its whole text. */
    static Encoded text(String packet) {
        return Encoded.text(packet.getBytes(StandardCharsets.UTF_8), 0);
    }

    /** A packet that is sent only once. */
    static Encoded packet(String head, byte[] body, List<byte[]> attachments) {
        return write(head, body, 0, body.length, attachments);
    }

    private static Encoded write(String head, byte[] source, int from, int to, List<byte[]> attachments) {
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        int textLength = 1 + headBytes.length + to - from;
        int length = Frames.headerLength(textLength) + textLength;
        for (byte[] attachment : attachments) {
            length += Frames.headerLength(attachment.length) + attachment.length;
        }
        byte[] frames = new byte[length];
        int position = Frames.writeHeader(frames, 0, Frames.TEXT, textLength);
        frames[position++] = '4';
        System.arraycopy(headBytes, 0, frames, position, headBytes.length);
        position += headBytes.length;
        System.arraycopy(source, from, frames, position, to - from);
        position += to - from;
        for (byte[] attachment : attachments) {
            position = Frames.writeHeader(frames, position, Frames.BINARY, attachment.length);
            System.arraycopy(attachment, 0, frames, position, attachment.length);
            position += attachment.length;
        }
        return new Encoded(frames);
    }
}
