package chatroom.wire;

import chatroom.account.Account;
import chatroom.room.Member;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Members as clients see them. */
public final class MemberJson {
    private MemberJson() {}

    /** @param online whether the member is connected, wherever */
    public static void write(JsonGenerator json, Member member, boolean online) throws IOException {
        Account account = member.account();
        json.writeStartObject();
        json.writeObjectFieldStart("account");
        json.writeNumberField("id", account.id().value());
        json.writeStringField("username", account.username());
        json.writeStringField("displayName", account.displayName());
        json.writeEndObject();
        json.writeStringField("role", member.role().wireName());
        json.writeNumberField("since", member.since());
        json.writeBooleanField("online", online);
        json.writeEndObject();
    }
}
