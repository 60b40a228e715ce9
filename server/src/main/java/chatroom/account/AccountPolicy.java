package chatroom.account;

import org.jspecify.annotations.Nullable;

/**
 * How people come in.
 *
 * @param registration who may open an account; the first may always be opened
 * @param setupCode what the first registration must carry; null if nothing
 */
public record AccountPolicy(Openness registration, @Nullable String setupCode) {
    /** Who may open an account. */
    public enum Openness {
        OPEN("open"),
        /** Who carries an invitation. */
        INVITE("invite"),
        CLOSED("closed");

        private final String wireName;

        Openness(String wireName) {
            this.wireName = wireName;
        }

        /** The name in the contract. */
        public String wireName() {
            return wireName;
        }
    }
}
