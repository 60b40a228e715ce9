package chatroom.http;

import chatroom.ChatException;
import chatroom.ErrorCode;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Refuses paths and queries that can't be decoded, before a route looks at them: there they would be failures of ours. */
final class MalformedAddresses {
    private MalformedAddresses() {}

    /** Before all routes that have a path. */
    static void refuse(Router router) {
        router.route().handler(MalformedAddresses::check);
    }

    private static void check(RoutingContext context) {
        try {
            context.normalizedPath();
            context.request().params();
        } catch (IllegalArgumentException e) {
            Api.send(context, Problems.problem(new ChatException(ErrorCode.INVALID, "malformed path or query")));
            return;
        }
        context.next();
    }
}
