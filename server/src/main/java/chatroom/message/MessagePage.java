package chatroom.message;

import chatroom.Position;
import java.util.List;

/**
 * Messages in the order of the log.
 *
 * @param moreBefore whether there are older ones
 * @param moreAfter whether there are newer ones
 * @param asOf the room's head when this was read: all up to there is in it
 */
public record MessagePage(List<Message> messages, boolean moreBefore, boolean moreAfter, Position asOf) {}
