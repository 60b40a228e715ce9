package chatroom.room;

import java.util.List;

/** Some members by growing account id, and whether there are more after them. */
public record MemberPage(List<Member> members, boolean more) {}
