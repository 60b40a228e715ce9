package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/** Goes through a packet from its beginning, from one marker to the next. */
final class Scan {
    private final ByteBuf in;
    private final int end;
    private int at;

    Scan(ByteBuf in, int from, int length) {
        this.in = in;
        this.at = from;
        this.end = from + length;
    }

    /** Whether the marker comes; then it goes on behind it, else it stays where it is. */
    boolean finds(Marker marker) {
        // From one first byte to the next: quicker than a look at each.
        for (int next = in.indexOf(at, end, marker.at(0)); next >= 0; next = in.indexOf(next + 1, end, marker.at(0))) {
            if (marker.begins(in, next, end - next)) {
                at = next + marker.length();
                return true;
            }
        }
        return false;
    }

    /** The digits that are next, and a byte behind them. */
    long number() {
        long number = 0;
        for (int digit = in.getByte(at++) - '0'; digit >= 0 && digit <= 9; digit = in.getByte(at++) - '0') {
            number = 10 * number + digit;
        }
        return number;
    }

    long numberAfter(Marker marker) {
        if (!finds(marker)) {
            throw new IllegalStateException("not what was expected in a packet");
        }
        return number();
    }
}
