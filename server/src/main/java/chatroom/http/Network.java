package chatroom.http;

import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A range of addresses, as in {@code 10.0.0.0/8} or {@code ::1}. Nothing here asks a name server. */
record Network(InetAddress address, int bits) {
    /** All four numbers: {@code 10.1} would be read as 10.0.0.1. */
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** @throws IllegalArgumentException if it is no network */
    static Network parse(String text) {
        String[] parts = text.split("/", 2);
        InetAddress address = literal(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("must be addresses or networks like 127.0.0.1, 10.0.0.0/8");
        }
        int longest = address.getAddress().length * Byte.SIZE;
        if (parts.length == 1) {
            return new Network(address, longest);
        }
        if (!parts[1].matches("\\d{1,3}") || Integer.parseInt(parts[1]) > longest) {
            throw new IllegalArgumentException("must have 0 to " + longest + " bits behind the /");
        }
        return new Network(address, Integer.parseInt(parts[1]));
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (7 - bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** An address as it stands in a header, perhaps with a port; null for what is none. IPv4 in IPv6 is IPv4. */
    static @Nullable InetAddress literal(String text) {
        String host = text.strip();
        if (host.startsWith("[") && host.contains("]")) {
            host = host.substring(1, host.indexOf(']'));
        } else if (host.indexOf(':') >= 0 && host.indexOf(':') == host.lastIndexOf(':')) {
            host = host.substring(0, host.indexOf(':'));
        }
        if (host.indexOf(':') < 0 && !IPV4.matcher(host).matches()) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
