package chatroom.account;

import java.util.List;

/** Some of an account's sessions, the newest first. */
public record SessionPage(List<Session> sessions, boolean more) {}
