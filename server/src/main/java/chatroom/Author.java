package chatroom;

/** Who did something, with the name they bore then: the display name, else the username. */
public record Author(AccountId id, String name) {}
