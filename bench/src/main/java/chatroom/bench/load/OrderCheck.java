package chatroom.bench.load;

import io.netty.buffer.ByteBuf;

/** Whether each event of a room names, as {@code prev}, the one that came before it: nothing lost, twice or moved. */
final class OrderCheck {
    private static final Marker POSITION = new Marker("\"position\":");
    private static final Marker PREV = new Marker("\"prev\":");

    private volatile long last;
    private int at;

    /** True for the first event. */
    boolean follows(ByteBuf in, int from, int length) {
        at = from;
        long position = number(in, from + length, POSITION);
        long prev = number(in, from + length, PREV);
        boolean follows = last == 0 || prev == last;
        last = position;
        return follows;
    }

    /** The newest position, 0 before the first event. Any thread. */
    long last() {
        return last;
    }

    private long number(ByteBuf in, int end, Marker marker) {
        while (!marker.begins(in, at, end - at)) {
            at++;
            if (at >= end) {
                throw new IllegalStateException("an event without a position");
            }
        }
        at += marker.length();
        long number = 0;
        for (int digit = in.getByte(at) - '0'; digit >= 0 && digit <= 9; digit = in.getByte(at) - '0') {
            number = 10 * number + digit;
            at++;
        }
        return number;
    }
}
