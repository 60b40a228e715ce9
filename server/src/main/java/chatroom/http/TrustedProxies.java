package chatroom.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's own proxies, whose word is taken for where a request comes from ({@code X-Forwarded-For}, read from the
 * right: what stands left of the first stranger, that stranger may have made up) and whether it came by TLS ({@code
 * X-Forwarded-Proto}). Nobody else's word is.
 */
public final class TrustedProxies {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    /**
     * @param list addresses and networks with commas between them; empty for none
     * @throws IllegalArgumentException if one is of another form
     */
    public static TrustedProxies parse(String list) {
        return new TrustedProxies(Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(Network::parse)
                .toList());
    }

    /** Whether there is a proxy at all. */
    public boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Where the request comes from, as far as it can be trusted. */
    public String address(HttpServerRequest request) {
        InetAddress nearest = peer(request);
        if (nearest == null) {
            return "";
        }
        List<String> hops = values(request, FORWARDED_FOR);
        for (int i = hops.size() - 1; i >= 0 && isTrusted(nearest); i--) {
            InetAddress next = Network.literal(hops.get(i));
            if (next == null) {
                break;
            }
            nearest = next;
        }
        return nearest.getHostAddress();
    }

    /** Whether the client speaks TLS, with us or with a proxy of ours. */
    boolean isSecure(HttpServerRequest request) {
        if (request.isSSL()) {
            return true;
        }
        InetAddress peer = peer(request);
        List<String> schemes = values(request, FORWARDED_PROTO);
        return peer != null
                && !schemes.isEmpty()
                && isTrusted(peer)
                && schemes.getLast().equalsIgnoreCase("https");
    }

    /** Puts what is known in the place of what was said, for who reads the header later and can't tell. */
    public void settle(HttpServerRequest request) {
        if (request.headers().contains(FORWARDED_FOR)) {
            InetAddress peer = peer(request);
            if (peer != null && isTrusted(peer)) {
                request.headers().set(FORWARDED_FOR, address(request));
            } else {
                request.headers().remove(FORWARDED_FOR);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TrustedProxies proxies && networks.equals(proxies.networks);
    }

    @Override
    public int hashCode() {
        return networks.hashCode();
    }

    @Override
    public String toString() {
        return networks.toString();
    }

    private boolean isTrusted(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static @Nullable InetAddress peer(HttpServerRequest request) {
        SocketAddress remote = request.remoteAddress();
        String address = remote == null ? null : remote.hostAddress();
        return address == null ? null : Network.literal(address.split("%", 2)[0]);
    }

    /** All that a header says, over all its lines. */
    private static List<String> values(HttpServerRequest request, String header) {
        List<String> values = new ArrayList<>();
        for (String line : request.headers().getAll(header)) {
            values.addAll(Arrays.asList(line.split(",", -1)));
        }
        return values.stream().map(String::strip).toList();
    }
}
