package chatroom.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret that stands for a session: 256 random bits. Being random, a plain hash of it is enough to store. */
final class Token {
    private static final int BYTES = 32;
    private static final int SHORT_BYTES = 12;
    private static final int LONGEST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Token() {}

    static String create() {
        return create(BYTES);
    }

    /** 96 random bits in 16 characters, for people to pass on. */
    static String createShort() {
        return create(SHORT_BYTES);
    }

    private static String create(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static boolean isPlausible(String token) {
        return !token.isEmpty() && token.length() <= LONGEST;
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
