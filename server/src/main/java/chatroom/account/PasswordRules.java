package chatroom.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which passwords are refused: too short, too long, or among those that everybody tries first. No composition rules. */
final class PasswordRules {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordRules.class);
    private static final int MIN = 8;
    private static final int MAX = 256;

    private static final CommonPasswords COMMON = new CommonPasswords(MIN);

    private PasswordRules() {}

    /** Reads the dictionaries, which takes a moment, unless they are read: the first who registers need not wait for them. */
    static void prepare() {
        LOG.debug("{} passwords are too common", COMMON.size());
    }

    /** What is wrong with the password, or null. */
    static @Nullable String weakness(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN) {
            return "must have at least 8 characters";
        }
        if (length > MAX) {
            return "may have at most 256 characters";
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (COMMON.contain(lower) || isOneRun(lower) || lower.equals(username.toLowerCase(Locale.ROOT))) {
            return "is too easy to guess";
        }
        return null;
    }

    /** One character repeated, or each the neighbour of the one before: aaaaaaaa, 12345678, hgfedcba. */
    private static boolean isOneRun(String password) {
        int step = password.charAt(1) - password.charAt(0);
        if (Math.abs(step) > 1) {
            return false;
        }
        for (int i = 2; i < password.length(); i++) {
            if (password.charAt(i) - password.charAt(i - 1) != step) {
                return false;
            }
        }
        return true;
    }
}
