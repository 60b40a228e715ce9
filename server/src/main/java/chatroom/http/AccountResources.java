package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import chatroom.AccountId;
import chatroom.ChatException;
import chatroom.account.Account;
import chatroom.account.AccountStore.Listing;
import chatroom.account.Accounts;
import chatroom.account.Legacy;
import chatroom.account.OwnAccount;
import chatroom.account.People;
import chatroom.account.Registration;
import chatroom.wire.AccountJson;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import java.util.List;
import java.util.Objects;

/** Who people are: registering, finding others, one's own account. */
final class AccountResources {
    private final Accounts accounts;
    private final People people;
    private final OwnAccount own;

    AccountResources(AccountDomain domain) {
        this.accounts = domain.accounts();
        this.people = domain.people();
        this.own = domain.own();
    }

    void register(Api api) {
        api.forAll(POST, "/api/accounts", this::create)
                .forMembers(GET, "/api/accounts", this::find)
                .forMembers(GET, "/api/accounts/me", call -> Answer.ok(account(call.account())))
                .forMembers(PATCH, "/api/accounts/me", this::rename)
                .forMembers(DELETE, "/api/accounts/me", this::delete)
                .forMembers(PUT, "/api/accounts/me/password", this::changePassword);
    }

    private Answer create(Call call) {
        Fields fields = call.fields();
        var registration = new Registration(
                fields.text("username"),
                fields.text("password"),
                fields.optionalText("displayName"),
                fields.optionalText("setupCode"),
                fields.optionalText("invitation"));
        fields.done();
        return SessionResources.signedIn(call, accounts.register(registration, call.device()));
    }

    /** Administrators may leave the name out, and page through all there are. */
    private Answer find(Call call) {
        int limit = call.limit();
        boolean all = call.account().isAdministrator() && call.query("name").isEmpty();
        List<Listing> found = all
                ? people.list(new AccountId(call.queryAfter()), limit + 1)
                : people.beginningWith(call.query("name").orElse(""), call.account(), limit + 1);
        return Answer.ok(json -> {
            json.writeArrayFieldStart("accounts");
            for (Listing one : found.subList(0, Math.min(limit, found.size()))) {
                if (call.account().isAdministrator()) {
                    AccountJson.write(json, one);
                } else {
                    AccountJson.person(json, one.account());
                }
            }
            json.writeEndArray();
            json.writeBooleanField("more", found.size() > limit);
        });
    }

    private Answer rename(Call call) {
        Fields fields = call.fields();
        String displayName = fields.text("displayName");
        fields.done();
        return Answer.ok(account(own.rename(call.account(), displayName)));
    }

    private Answer changePassword(Call call) {
        Fields fields = call.fields();
        String current = fields.text("current");
        String password = fields.text("password");
        fields.done();
        own.changePassword(call.session(), current, password, call.device().address());
        return Answer.done();
    }

    private Answer delete(Call call) {
        Fields fields = call.fields();
        String password = fields.text("password");
        String posts = Objects.requireNonNullElse(fields.optionalText("posts"), "keep");
        fields.done();
        Legacy legacy = switch (posts) {
            case "keep" -> Legacy.KEEP;
            case "delete" -> Legacy.DELETE;
            default -> throw ChatException.invalid("posts", "must be keep or delete");
        };
        own.delete(call.session(), password, legacy, call.device().address());
        return Answer.done().with("Set-Cookie", Cookies.signOut(call));
    }

    private static Json.Content account(Account account) {
        return json -> {
            json.writeFieldName("account");
            AccountJson.write(json, account);
        };
    }
}
