package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PUT;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.MemberRole;
import chatroom.presence.Presence;
import chatroom.room.Member;
import chatroom.room.MemberPage;
import chatroom.room.Members;
import chatroom.room.RoomAdministration;
import chatroom.wire.Fields;
import chatroom.wire.MemberJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who belongs to a room. */
final class MemberResources {
    private final Members members;
    private final RoomAdministration administration;
    private final Presence presence;

    MemberResources(RoomDomain domain, Presence presence) {
        this.members = domain.members();
        this.administration = domain.administration();
        this.presence = presence;
    }

    void register(Api api) {
        api.forMembers(GET, "/api/rooms/:room/members", this::list)
                .forMembers(PUT, "/api/rooms/:room/members/:account", this::setRole)
                .forMembers(DELETE, "/api/rooms/:room/members/:account", call -> {
                    administration.remove(call.room(), call.author(), account(call));
                    return Answer.done();
                });
    }

    private Answer list(Call call) {
        MemberRole role = call.query("role")
                .map(name -> MemberRole.named(name)
                        .orElseThrow(() -> ChatException.invalid("role", "must be owner, moderator, member or banned")))
                .orElse(null);
        MemberPage page = page(call, role);
        return Answer.ok(json -> {
            json.writeArrayFieldStart("members");
            for (Member member : page.members()) {
                MemberJson.write(json, member, isOnline(member));
            }
            json.writeEndArray();
            json.writeBooleanField("more", page.more());
        });
    }

    private MemberPage page(Call call, @Nullable MemberRole role) {
        Optional<String> name = call.query("name");
        if (name.isEmpty()) {
            return members.list(call.room(), call.me(), role, new AccountId(call.queryAfter()), call.limit());
        }
        if (call.query("after").isPresent()) {
            throw ChatException.invalid("after", "is not for those who are found by name");
        }
        return members.beginningWith(call.room(), call.me(), role, name.get(), call.limit());
    }

    private Answer setRole(Call call) {
        Fields fields = call.fields();
        MemberRole role = fields.role("role");
        fields.done();
        Member member = administration.setRole(call.room(), call.author(), account(call), role);
        return Answer.ok(json -> {
            json.writeFieldName("member");
            MemberJson.write(json, member, isOnline(member));
        });
    }

    private boolean isOnline(Member member) {
        return presence.isOnline(member.account().id());
    }

    private static AccountId account(Call call) {
        return new AccountId(call.pathId("account"));
    }
}
