package socketio.packet;

/** What came in is no packet, or is over a bound. The only way in which decoding fails. */
public final class MalformedPacket extends Exception {

    public MalformedPacket(String message) {
        super(message, null, false, false);
    }
}
