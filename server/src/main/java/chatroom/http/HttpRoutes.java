package chatroom.http;

import chatroom.account.Accounts;
import chatroom.account.OwnAccount;
import chatroom.account.People;
import chatroom.account.Sessions;
import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import chatroom.room.Rooms;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Everything under HTTP but the sockets. One for all event loops. */
public final class HttpRoutes {
    /** What the resources speak to. */
    public record Domain(
            Accounts accounts,
            People people,
            OwnAccount own,
            Sessions sessions,
            Rooms rooms,
            Messages messages,
            Amendments amendments,
            Presence presence) {}

    private final Domain domain;
    private final ServerFacts facts;
    private final Origins origins;
    private final Executor virtualThreads;
    private final HealthRoutes health;
    private final WebFiles files = WebFiles.read();

    /**
     * @param virtualThreads runs what may block
     * @param ready whether the server can serve now; must not block
     * @param metrics all figures in Prometheus' text format; must not block
     */
    public HttpRoutes(
            Domain domain,
            ServerFacts facts,
            Origins origins,
            Executor virtualThreads,
            BooleanSupplier ready,
            Supplier<String> metrics) {
        this.domain = domain;
        this.facts = facts;
        this.origins = origins;
        this.virtualThreads = virtualThreads;
        this.health = new HealthRoutes(ready, metrics);
    }

    /** Adds every route to a router that has those of the sockets already. */
    public Router register(Vertx vertx) {
        Router router = Router.router(vertx);
        health.register(router);
        var api = new Api(router, domain.sessions(), origins, virtualThreads, facts.requestBytes());
        new AccountResources(domain.accounts(), domain.people(), domain.own()).register(api);
        new SessionResources(domain.accounts(), domain.sessions()).register(api);
        new RoomResources(domain.rooms(), domain.presence()).register(api);
        new MessageResources(domain.messages(), domain.amendments()).register(api);
        new ServerResources(facts, domain.presence()).register(api);
        api.close();
        files.register(router);
        return router;
    }
}
