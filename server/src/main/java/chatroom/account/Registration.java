package chatroom.account;

import chatroom.Characters;
import chatroom.ChatException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody types to get an account. */
public record Registration(
        String username,
        String password,
        @Nullable String displayName,
        @Nullable String setupCode,
        @Nullable String invitation) {
    /** ASCII on purpose: look-alike letters of other scripts would let one name pose as another. */
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]*");

    private static final int USERNAME_MIN = 2;
    private static final int USERNAME_MAX = 32;
    private static final int DISPLAY_NAME_MAX = 64;

    /** @throws ChatException {@code invalid}, with every field that is wrong */
    void check() {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (username.length() < USERNAME_MIN || username.length() > USERNAME_MAX) {
            wrong.put("username", "must have 2 to 32 characters");
        } else if (!USERNAME.matcher(username).matches()) {
            wrong.put("username", "may have letters, digits, '.', '_' and '-' only");
        }
        String weakness = PasswordRules.weakness(password, username);
        if (weakness != null) {
            wrong.put("password", weakness);
        }
        if (displayName != null) {
            String problem = displayNameProblem(displayName);
            if (problem != null) {
                wrong.put("displayName", problem);
            }
        }
        if (!wrong.isEmpty()) {
            throw ChatException.invalid(wrong);
        }
    }

    static @Nullable String displayNameProblem(String name) {
        if (name.codePointCount(0, name.length()) > DISPLAY_NAME_MAX) {
            return "may have at most 64 characters";
        }
        return Characters.spoilName(name) ? "may not have characters that can't be seen" : null;
    }
}
