package chatroom.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one address: one IPv4 address, or the /64 that a household or a server has of IPv6. */
public final class AddressBlock {
    private static final int BYTES = 8;

    private AddressBlock() {}

    /** The key of an address; of what is none, the text itself. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES)) + "::/64"
                    : InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
