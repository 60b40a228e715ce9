package chatroom.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which passwords are refused: too short, too long, or among those that everybody tries first. No composition rules. */
final class PasswordRules {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordRules.class);
    private static final int MIN = 8;
    private static final int MAX = 256;

    /** Those of zxcvbn: leaked passwords, words and names. In a list of our own is what an attacker of a chat server tries besides. */
    private static final List<String> DICTIONARIES = List.of(
            StandardDictionaries.PASSWORDS,
            StandardDictionaries.ENGLISH_WIKIPEDIA,
            StandardDictionaries.US_TV_AND_FILM,
            StandardDictionaries.SURNAMES,
            StandardDictionaries.MALE_NAMES,
            StandardDictionaries.FEMALE_NAMES);

    private static final Set<String> COMMON = readCommon();

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
        if (COMMON.contains(lower) || isOneRun(lower) || lower.equals(username.toLowerCase(Locale.ROOT))) {
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

    /** Line by line: to load them as zxcvbn does makes a heap grow by more than what stays. */
    private static Set<String> readCommon() {
        Set<String> common = new HashSet<>();
        read("common-passwords.txt", PasswordRules.class.getResourceAsStream("common-passwords.txt"), common);
        for (String name : DICTIONARIES) {
            String path = "/com/nulabinc/zxcvbn/matchers/dictionaries/" + name + ".txt";
            read(path, StandardDictionaries.class.getResourceAsStream(path), common);
        }
        return common;
    }

    private static void read(String name, @Nullable InputStream list, Set<String> into) {
        if (list == null) {
            throw new IllegalStateException(name + " is missing from the jars");
        }
        try (var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.length() >= MIN) {
                    into.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
