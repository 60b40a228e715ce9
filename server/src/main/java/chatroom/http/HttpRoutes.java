package chatroom.http;

import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Everything under HTTP but the sockets. One for all event loops. */
public final class HttpRoutes {
    /** What the resources speak to. */
    public record Domain(
            AccountDomain accounts, RoomDomain rooms, Messages messages, Amendments amendments, Presence presence) {}

    private final Domain domain;
    private final ServerFacts facts;
    private final Trust trust;
    private final Executor virtualThreads;
    private final HealthRoutes health;
    private final WebFiles files = WebFiles.read();

    /**
     * @param virtualThreads runs what may block
     * @param readiness what the server can do now; must not block
     * @param metrics all figures in Prometheus' text format; must not block
     */
    public HttpRoutes(
            Domain domain,
            ServerFacts facts,
            Trust trust,
            Executor virtualThreads,
            Supplier<Readiness> readiness,
            Supplier<String> metrics) {
        this.domain = domain;
        this.facts = facts;
        this.trust = trust;
        this.virtualThreads = virtualThreads;
        this.health = new HealthRoutes(readiness, metrics);
    }

    /** Adds every route to a router that has those of the sockets already. */
    public Router register(Vertx vertx) {
        Router router = Router.router(vertx);
        health.register(router);
        var api = new Api(router, domain.accounts().sessions(), trust, virtualThreads, facts);
        new AccountResources(domain.accounts()).register(api);
        new AdministrationResources(domain.accounts()).register(api);
        new SessionResources(domain.accounts()).register(api);
        new RoomResources(domain.rooms(), domain.presence()).register(api);
        new MemberResources(domain.rooms(), domain.presence()).register(api);
        new MessageResources(domain.messages(), domain.amendments()).register(api);
        new ServerResources(facts, domain.presence()).register(api);
        api.close();
        files.register(router);
        return router;
    }
}
