package chatroom.http;

import chatroom.AccountId;
import chatroom.Author;
import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.Position;
import chatroom.RoomId;
import chatroom.account.Account;
import chatroom.account.Device;
import chatroom.account.Session;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request, with what a resource asks of it. */
final class Call {
    private static final int PAGE_DEFAULT = 50;
    private static final int PAGE_MAX = 200;
    private static final long ID_MAX = (1L << 53) - 1;

    private final RoutingContext context;
    private final TrustedProxies proxies;
    private final @Nullable Session session;

    /** @param session whose request it is, null where a resource is open to all */
    Call(RoutingContext context, TrustedProxies proxies, @Nullable Session session) {
        this.context = context;
        this.proxies = proxies;
        this.session = session;
    }

    HttpServerRequest request() {
        return context.request();
    }

    Session session() {
        return Objects.requireNonNull(session, "a resource for those who are signed in");
    }

    Account account() {
        return session().account();
    }

    AccountId me() {
        return account().id();
    }

    Author author() {
        return account().author();
    }

    Device device() {
        String agent = request().getHeader("User-Agent");
        return new Device(agent == null ? "" : agent, proxies.address(request()));
    }

    /** Whether the client speaks TLS. */
    boolean isSecure() {
        return proxies.isSecure(request());
    }

    /** The body's fields. */
    Fields fields() {
        String type = request().getHeader("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            throw new ChatException(ErrorCode.INVALID, "the body must be application/json");
        }
        Buffer body = context.body().buffer();
        return Fields.of(Json.read(body == null ? new byte[0] : body.getBytes()));
    }

    /** The room of the path; an id that can't be is one that is not there. */
    RoomId room() {
        return new RoomId(pathId("room"));
    }

    Position message() {
        return new Position(pathId("message"));
    }

    long pathId(String name) {
        return number(context.pathParam(name)).filter(id -> id > 0).orElseThrow(() -> ChatException.notFound(name));
    }

    /** A part of the path, decoded. */
    String path(String name) {
        return Objects.requireNonNullElse(context.pathParam(name), "");
    }

    Optional<String> query(String name) {
        try {
            return Optional.ofNullable(context.request().getParam(name));
        } catch (IllegalArgumentException e) {
            throw new ChatException(ErrorCode.INVALID, "malformed query");
        }
    }

    Optional<Position> queryPosition(String name) {
        return queryNumber(name).map(Position::new);
    }

    /** A whole number from 0 on. */
    Optional<Long> queryNumber(String name) {
        return query(name)
                .map(text -> number(text)
                        .orElseThrow(() -> ChatException.invalid(name, "must be a whole number from 0 on")));
    }

    long queryAfter() {
        return queryPosition("after").map(Position::value).orElse(0L);
    }

    /** How many things a page may have: 1 to 200, 50 unless said. */
    int limit() {
        return query("limit")
                .map(text -> number(text)
                        .filter(n -> n >= 1 && n <= PAGE_MAX)
                        .orElseThrow(() -> ChatException.invalid("limit", "must be from 1 to " + PAGE_MAX)))
                .map(Long::intValue)
                .orElse(PAGE_DEFAULT);
    }

    private static Optional<Long> number(@Nullable String text) {
        if (text == null
                || text.isEmpty()
                || text.length() > 16
                || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return number <= ID_MAX ? Optional.of(number) : Optional.empty();
    }
}
