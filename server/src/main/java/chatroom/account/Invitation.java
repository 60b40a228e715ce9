package chatroom.account;

/**
 * Lets people register.
 *
 * @param code the secret that a registration carries
 * @param uses how many may still register with it
 * @param expires until when, milliseconds since 1970, UTC
 */
public record Invitation(String code, int uses, long expires) {}
