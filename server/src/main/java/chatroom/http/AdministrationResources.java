package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.account.AccountRole;
import chatroom.account.AccountStore.Listing;
import chatroom.account.AccountStore.Standing;
import chatroom.account.Administration;
import chatroom.account.Invitation;
import chatroom.account.Invitations;
import chatroom.wire.AccountJson;
import chatroom.wire.Fields;
import org.jspecify.annotations.Nullable;

/** What administrators do: accounts and invitations. */
final class AdministrationResources {
    private static final int USES_MAX = 10_000;

    private final Administration administration;
    private final Invitations invitations;

    AdministrationResources(AccountDomain domain) {
        this.administration = domain.administration();
        this.invitations = domain.invitations();
    }

    /** Behind {@code /api/accounts/me}, which would be taken for an account. */
    void register(Api api) {
        api.forAdministrators(PATCH, "/api/accounts/:account", this::change)
                .forAdministrators(GET, "/api/invitations", call -> list())
                .forAdministrators(POST, "/api/invitations", this::invite)
                .forAdministrators(DELETE, "/api/invitations", call -> {
                    invitations.withdrawAll();
                    return Answer.done();
                })
                .forAdministrators(DELETE, "/api/invitations/:invitation", call -> {
                    invitations.withdraw(call.path("invitation"));
                    return Answer.done();
                });
    }

    private Answer change(Call call) {
        var account = new AccountId(call.pathId("account"));
        Fields fields = call.fields();
        Boolean suspended = fields.optionalBoolean("suspended");
        String role = fields.optionalText("role");
        fields.done();
        if (suspended == null && role == null) {
            throw new ChatException(ErrorCode.INVALID, "say what is to change: suspended, role");
        }
        Listing changed = administration.change(account, new Standing(suspended, role(role)));
        return Answer.ok(json -> {
            json.writeFieldName("account");
            AccountJson.write(json, changed);
        });
    }

    private static @Nullable AccountRole role(@Nullable String name) {
        return name == null
                ? null
                : AccountRole.named(name)
                        .orElseThrow(() -> ChatException.invalid("role", "must be administrator, member or bot"));
    }

    private Answer list() {
        return Answer.ok(json -> {
            json.writeArrayFieldStart("invitations");
            for (Invitation invitation : invitations.list()) {
                AccountJson.write(json, invitation);
            }
            json.writeEndArray();
            json.writeBooleanField("more", false);
        });
    }

    private Answer invite(Call call) {
        Fields fields = call.fields();
        int uses = fields.optionalNumber("uses", 1, USES_MAX, 1);
        Long expires = fields.optionalTime("expires");
        fields.done();
        Invitation made = invitations.make(call.me(), uses, expires);
        return Answer.created(json -> {
            json.writeFieldName("invitation");
            AccountJson.write(json, made);
        });
    }
}
