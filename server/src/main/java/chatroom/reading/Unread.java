package chatroom.reading;

/**
 * What a member has not read of a room.
 *
 * @param posts of others, up to {@link chatroom.room.Reading#UNREAD_MAX}
 * @param mentions how many of them name the member
 */
public record Unread(int posts, int mentions) {}
