package chatroom.http;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.account.Session;
import chatroom.account.Sessions;
import chatroom.wire.ErrorJson;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ties resources to paths, and does for all of them what each would do: who asks, from where, on which thread. */
final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final String BODY = BodyBudget.Body.class.getName();
    private static final Duration LINGER = Duration.ofSeconds(1);
    /** RFC 9110 §5.6.7. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** How bodies are taken. */
    record Bodies(int limit, Duration patience, BodyBudget budget) {}

    private final Router router;
    private final Sessions sessions;
    private final TrustedProxies proxies;
    private final Origins origins;
    private final Executor virtualThreads;
    private final BodyHandler body;
    private final BodyDeadline deadline;
    private final BodyBudget bodies;
    private final int bodyLimit;

    /** @param bodies how large a body may be, how long it may take, and what all may take together */
    Api(Router router, Sessions sessions, Trust trust, Executor virtualThreads, Bodies bodies) {
        this.router = router;
        this.sessions = sessions;
        this.proxies = trust.proxies();
        this.origins = trust.origins();
        this.virtualThreads = virtualThreads;
        this.body = BodyHandler.create(false).setBodyLimit(bodies.limit());
        this.bodyLimit = bodies.limit();
        this.deadline = new BodyDeadline(bodies.patience());
        this.bodies = bodies.budget();
        router.route("/api/*").handler(this::share);
        router.route("/api/*").failureHandler(this::fail);
    }

    /** A call for those who are signed in. */
    Api forMembers(HttpMethod method, String path, Resource resource) {
        return on(
                method, path, context -> resource.answer(new Call(context, proxies, authenticate(context.request()))));
    }

    /** A call for administrators. */
    Api forAdministrators(HttpMethod method, String path, Resource resource) {
        return on(method, path, context -> {
            Session session = authenticate(context.request());
            if (!session.account().isAdministrator()) {
                throw new ChatException(ErrorCode.FORBIDDEN, "only administrators do this");
            }
            return resource.answer(new Call(context, proxies, session));
        });
    }

    /** A call for everybody. */
    Api forAll(HttpMethod method, String path, Resource resource) {
        return on(method, path, context -> {
            if (changes(method) && origins.isForeign(context.request())) {
                throw foreignOrigin();
            }
            return resource.answer(new Call(context, proxies, null));
        });
    }

    /** A call of the contract that is still to be built. */
    Api notBuilt(HttpMethod method, String path) {
        router.route(method, path).handler(context -> send(context, Problems.notBuilt()));
        return this;
    }

    /** Answers every other path below {@code /api}. */
    void close() {
        router.route("/api/*").handler(context -> send(context, Problems.problem(ChatException.notFound("resource"))));
    }

    private interface Work {
        Answer answer(RoutingContext context);
    }

    private Api on(HttpMethod method, String path, Work work) {
        // On a route of its own: before a body, Vert.x takes nothing else on the same one.
        router.route(method, path).handler(this::count);
        router.route(method, path).handler(deadline::set);
        router.route(method, path)
                .handler(body)
                .handler(BodyDeadline::met)
                .handler(Api::arrived)
                .handler(onVirtualThread(work));
        return this;
    }

    private void count(RoutingContext context) {
        if (BodyBudget.isWith(context.request())) {
            BodyBudget.Body coming = bodies.enter(context.request(), bodyLimit);
            if (coming == null) {
                context.response().putHeader("Connection", "close");
                send(context, Problems.problem(BodyBudget.refusal()));
                hangUp(context);
                return;
            }
            context.put(BODY, coming);
            context.addEndHandler(done -> coming.done());
        }
        context.next();
    }

    private static void arrived(RoutingContext context) {
        BodyBudget.Body arrived = context.get(BODY);
        if (arrived != null) {
            arrived.arrived();
        }
        context.next();
    }

    private Handler<RoutingContext> onVirtualThread(Work work) {
        return context -> {
            Context loop = context.vertx().getOrCreateContext();
            virtualThreads.execute(() -> {
                Answer answer = answer(work, context);
                loop.runOnContext(nothing -> send(context, answer));
            });
        };
    }

    private static Answer answer(Work work, RoutingContext context) {
        try {
            return work.answer(context);
        } catch (Throwable failure) {
            ChatException refusal = ErrorJson.refusal(failure);
            if (refusal.code() == ErrorCode.INTERNAL) {
                LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
            }
            return Problems.problem(refusal);
        }
    }

    private Session authenticate(HttpServerRequest request) {
        String bearer = bearer(request);
        if (bearer != null) {
            return sessions.authenticate(bearer);
        }
        Session session = sessions.authenticate(Cookies.token(request));
        // A browser sends the cookie by itself, whoever's page asks it to.
        if (changes(request.method()) && !origins.isAllowed(request)) {
            throw foreignOrigin();
        }
        return session;
    }

    private static @Nullable String bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? header.substring(7).trim()
                : null;
    }

    private static boolean changes(HttpMethod method) {
        return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    }

    private static ChatException foreignOrigin() {
        return new ChatException(ErrorCode.FORBIDDEN, "this origin is not allowed");
    }

    /** Lets the pages of allowed origins read the answers. */
    private void share(RoutingContext context) {
        if (origins.isShared(context.request())) {
            HttpServerResponse response = context.response();
            response.putHeader("Access-Control-Allow-Origin", context.request().getHeader("Origin"));
            response.putHeader("Access-Control-Allow-Credentials", "true");
            response.putHeader("Vary", "Origin");
            if (context.request().method().equals(HttpMethod.OPTIONS)) {
                response.putHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
                response.putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
                response.putHeader("Access-Control-Max-Age", "3600");
                response.setStatusCode(204).end();
                return;
            }
        }
        context.next();
    }

    private void fail(RoutingContext context) {
        Throwable failure = context.failure();
        if (failure instanceof HttpClosedException) {
            // Nobody is there to answer, and a flood of them would fill the log.
            return;
        }
        if (context.statusCode() == 413) {
            context.response().putHeader("Connection", "close");
            send(context, Problems.problem(new ChatException(ErrorCode.TOO_LARGE, "the body is too large")));
            hangUp(context);
        } else if (context.statusCode() == 400) {
            send(context, Problems.problem(new ChatException(ErrorCode.INVALID, "malformed request")));
        } else {
            LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
            send(context, Problems.problem(new ChatException(ErrorCode.INTERNAL, "something went wrong here")));
        }
    }

    /** What is still coming is thrown away for a moment: a client that is cut off at once may never see the answer. */
    private static void hangUp(RoutingContext context) {
        context.request().resume();
        context.vertx()
                .setTimer(
                        LINGER.toMillis(),
                        timer -> context.request().connection().close());
    }

    static void send(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(answer.status());
        response.putHeader("Cache-Control", "no-store");
        response.putHeader("X-Content-Type-Options", "nosniff");
        // A client's own clock may be set to anything, and slow mode is counted by this one.
        response.putHeader("Date", DATE.format(Instant.now()));
        answer.headers().forEach(response::putHeader);
        if (answer.status() == 204) {
            response.end();
            return;
        }
        if (!answer.headers().containsKey("Content-Type")) {
            response.putHeader("Content-Type", "application/json");
        }
        response.end(Buffer.buffer(answer.body()));
    }
}
