package socketio.engine;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes session ids that nobody can guess, with the node's name in front. Any thread. */
public final class SessionIds {
    private static final int RANDOM_BYTES = 15;

    private final SecureRandom random = new SecureRandom();
    private final String prefix;

    public SessionIds(String node) {
        this.prefix = node.isEmpty() ? "" : node + ".";
    }

    public String next() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
