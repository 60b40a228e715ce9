package socketio.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that sends what it is told, right or wrong, and reads one frame after the other. */
public final class RawWebSocket implements AutoCloseable {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;
    private final String answer;

    /** What came: a text, bytes, or the close code. */
    public record Received(int opcode, byte[] payload) {
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return payload.length < 2 ? 1005 : ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        }
    }

    /** @param target path and query */
    public RawWebSocket(int port, String target) {
        this(port, target, "");
    }

    /** @param moreHeaders whole lines, each with its end */
    public RawWebSocket(int port, String target, String moreHeaders) {
        this(port, target, moreHeaders, 0);
    }

    private RawWebSocket(int port, String target, String moreHeaders, int receiveBytes) {
        try {
            if (receiveBytes > 0) {
                socket.setReceiveBufferSize(receiveBytes);
            }
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            out = socket.getOutputStream();
            String request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\n"
                    + "Connection: keep-alive, Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY
                    + "\r\n" + moreHeaders + "\r\n";
            sendBytes(request.getBytes(StandardCharsets.US_ASCII));
            answer = readHead();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens a Socket.IO connection and throws the open packet away. */
    public static RawWebSocket socketIo(int port) {
        return socketIo(port, 0);
    }

    private static RawWebSocket socketIo(int port, int receiveBytes) {
        RawWebSocket opened = new RawWebSocket(port, "/socket.io/?EIO=4&transport=websocket", "", receiveBytes);
        opened.nextText();
        return opened;
    }

    /** As {@link #socketIo}, in the main namespace, the answer to CONNECT thrown away. */
    public static RawWebSocket connected(int port) {
        return connected(port, 0);
    }

    /** The same for a client whose kernel holds only so much that is not read; 0 for as much as it likes. */
    public static RawWebSocket connected(int port, int receiveBytes) {
        RawWebSocket opened = socketIo(port, receiveBytes);
        opened.send("40");
        opened.nextText();
        return opened;
    }

    /** Probes, so that the session may come over to it. @param receiveBytes as above */
    public static RawWebSocket probed(int port, String sid, int receiveBytes) {
        RawWebSocket opened =
                new RawWebSocket(port, "/socket.io/?EIO=4&transport=websocket&sid=" + sid, "", receiveBytes);
        opened.send("2probe");
        if (!opened.nextText().equals("3probe")) {
            throw new IllegalStateException("the probe is not answered");
        }
        return opened;
    }

    /** The head of the HTTP answer. */
    public String answer() {
        return answer;
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    public void send(String text) {
        sendFrame(0x81, text.getBytes(StandardCharsets.UTF_8));
    }

    public void sendBinary(byte... bytes) {
        sendFrame(0x82, bytes);
    }

    /** Sends a masked frame. */
    public void sendFrame(int firstByte, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(firstByte);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(0x80 | 126);
            frame.write(payload.length >>> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            for (int shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >>> shift));
            }
        }
        byte[] mask = {1, 2, 3, 4};
        frame.writeBytes(mask);
        for (int index = 0; index < payload.length; index++) {
            frame.write(payload[index] ^ mask[index & 3]);
        }
        sendBytes(frame.toByteArray());
    }

    /** Sends bytes as they are. */
    public void sendBytes(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (SocketException closed) {
            // The other side may close while we send too much; what we then read says so.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends bytes, and says whether the connection still took them. */
    public boolean isTaken(byte[] bytes) {
        try {
            out.write(bytes);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** The next frame; a missing end of the stream is a close without a code. */
    public Received next() {
        try {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Received(first & 0x0F, payload);
        } catch (EOFException | SocketException closed) {
            return new Received(8, new byte[0]);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The next text that is not a ping of Engine.IO. */
    public String nextText() {
        Received received = next();
        while (received.opcode() == 1 && received.text().equals("2")) {
            received = next();
        }
        if (received.opcode() != 1) {
            throw new AssertionError("Not a text: opcode " + received.opcode() + ", code " + received.closeCode());
        }
        return received.text();
    }

    /** Reads up to the end and says with which code it closed; 1005 if without. */
    public int closeCode() {
        Received received = next();
        while (received.opcode() != 8) {
            received = next();
        }
        return received.closeCode();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
