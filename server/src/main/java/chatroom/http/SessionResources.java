package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import chatroom.account.Accounts;
import chatroom.account.Session;
import chatroom.account.SessionPage;
import chatroom.account.Sessions;
import chatroom.account.SignedIn;
import chatroom.wire.AccountJson;
import chatroom.wire.Fields;

/** Where somebody is signed in. */
final class SessionResources {
    private final Accounts accounts;
    private final Sessions sessions;

    SessionResources(AccountDomain domain) {
        this.accounts = domain.accounts();
        this.sessions = domain.sessions();
    }

    void register(Api api) {
        api.forAll(POST, "/api/sessions", this::signIn)
                .forMembers(GET, "/api/sessions", this::list)
                .forMembers(DELETE, "/api/sessions/current", this::signOut)
                .forMembers(DELETE, "/api/sessions/:session", this::end);
    }

    private Answer signIn(Call call) {
        Fields fields = call.fields();
        String username = fields.text("username");
        String password = fields.text("password");
        fields.done();
        return signedIn(call, accounts.signIn(username, password, call.device()));
    }

    private Answer list(Call call) {
        SessionPage page = sessions.of(call.me(), call.queryAfter(), call.limit());
        return Answer.ok(json -> {
            json.writeArrayFieldStart("sessions");
            for (Session session : page.sessions()) {
                AccountJson.write(json, session, call.session());
            }
            json.writeEndArray();
            json.writeBooleanField("more", page.more());
        });
    }

    private Answer signOut(Call call) {
        sessions.end(call.me(), call.session().id());
        return Answer.done().with("Set-Cookie", Cookies.signOut(call));
    }

    private Answer end(Call call) {
        sessions.end(call.me(), call.pathId("session"));
        return Answer.done();
    }

    /** The answer to whoever has registered or signed in. */
    static Answer signedIn(Call call, SignedIn signedIn) {
        return Answer.created(json -> {
                    json.writeFieldName("account");
                    AccountJson.write(json, signedIn.account());
                    json.writeStringField("token", signedIn.token());
                })
                .with("Set-Cookie", Cookies.signIn(call, signedIn.token()));
    }
}
