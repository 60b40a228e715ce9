package chatroom.http;

import chatroom.message.Amendments;
import chatroom.message.Messages;
import chatroom.presence.Presence;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.concurrent.Executor;

/** Everything under HTTP but the sockets. One for all event loops. */
public final class HttpRoutes {
    /** What the resources speak to. */
    public record Domain(
            AccountDomain accounts, RoomDomain rooms, Messages messages, Amendments amendments, Presence presence) {}

    private final Domain domain;
    private final ServerFacts facts;
    private final Trust trust;
    private final BodyBudget bodies;
    private final Executor virtualThreads;
    private final HealthRoutes health;
    private final WebFiles files = WebFiles.read();

    /**
     * @param bodies what the bodies of requests may take together
     * @param virtualThreads runs what may block
     */
    public HttpRoutes(
            Domain domain,
            ServerFacts facts,
            Trust trust,
            BodyBudget bodies,
            Executor virtualThreads,
            HealthRoutes health) {
        this.domain = domain;
        this.facts = facts;
        this.trust = trust;
        this.virtualThreads = virtualThreads;
        this.bodies = bodies;
        this.health = health;
    }

    /** Adds every route to a router that has those of the sockets already. */
    public Router register(Vertx vertx) {
        Router router = Router.router(vertx);
        MalformedAddresses.refuse(router);
        health.register(router);
        var api = new Api(
                router,
                domain.accounts().sessions(),
                trust,
                virtualThreads,
                new Api.Bodies(facts.requestBytes(), facts.requestTime(), bodies));
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
