package socketio;

import java.util.List;
import socketio.engine.Encoded;
import socketio.engine.EngineConnection;

/** Several frames for one connection, joined into one write where that is cheaper. On the connection's loop. */
record Parcel(EngineConnection connection, String namespace, SocketIoMetrics metrics) {

    /** Sends the frames in order, without the volatile ones if the connection does not keep up. */
    void send(List<Frame> frames) {
        boolean writable = connection.isWritable();
        boolean joins = frames.size() > 1 && connection.webSocket() != null;
        int length = 0;
        for (Frame frame : frames) {
            if (frame.isVolatile() && !writable) {
                metrics.dropped();
            } else if (joins) {
                length += frame.in(namespace).size();
            } else {
                sendAlone(frame);
            }
        }
        if (length > 0) {
            sendJoined(frames, length, writable);
        }
    }

    private void sendAlone(Frame frame) {
        Encoded encoded = frame.in(namespace);
        connection.send(encoded);
        metrics.sent(1, encoded.size());
    }

    private void sendJoined(List<Frame> frames, int length, boolean withVolatile) {
        byte[] joined = new byte[length];
        int position = 0;
        int count = 0;
        for (Frame frame : frames) {
            if (withVolatile || !frame.isVolatile()) {
                byte[] bytes = frame.in(namespace).webSocket();
                System.arraycopy(bytes, 0, joined, position, bytes.length);
                position += bytes.length;
                count++;
            }
        }
        connection.send(new Encoded(joined));
        metrics.sent(count, length);
    }
}
