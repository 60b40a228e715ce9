package chatroom.http;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import chatroom.ChatException;
import chatroom.Position;
import chatroom.message.Amendments;
import chatroom.message.Draft;
import chatroom.message.Message;
import chatroom.message.MessagePage;
import chatroom.message.Messages;
import chatroom.message.PostOutcome;
import chatroom.message.Window;
import chatroom.wire.Fields;
import chatroom.wire.Json;
import chatroom.wire.MessageJson;
import java.util.LinkedHashMap;
import java.util.Map;

/** Posting, and the history. */
final class MessageResources {
    private final Messages messages;
    private final Amendments amendments;

    MessageResources(Messages messages, Amendments amendments) {
        this.messages = messages;
        this.amendments = amendments;
    }

    void register(Api api) {
        api.forMembers(GET, "/api/rooms/:room/messages", this::list)
                .forMembers(POST, "/api/rooms/:room/messages", this::post)
                .forMembers(
                        GET,
                        "/api/rooms/:room/messages/:message",
                        call -> Answer.ok(message(messages.read(call.room(), call.me(), call.message()))))
                .forMembers(PATCH, "/api/rooms/:room/messages/:message", this::edit)
                .forMembers(DELETE, "/api/rooms/:room/messages/:message", call -> {
                    amendments.delete(call.room(), call.author(), call.message());
                    return Answer.done();
                })
                .forMembers(PUT, "/api/rooms/:room/messages/:message/reactions/:emoji", call -> {
                    amendments.react(call.room(), call.author(), call.message(), call.path("emoji"));
                    return Answer.done();
                })
                .forMembers(DELETE, "/api/rooms/:room/messages/:message/reactions/:emoji", call -> {
                    amendments.unreact(call.room(), call.author(), call.message(), call.path("emoji"));
                    return Answer.done();
                });
    }

    private Answer edit(Call call) {
        Fields fields = call.fields();
        String text = fields.text("text");
        fields.done();
        amendments.edit(call.room(), call.author(), call.message(), text);
        return Answer.ok(message(messages.find(call.room(), call.me(), call.message())));
    }

    private Answer post(Call call) {
        Fields fields = call.fields();
        var draft = new Draft(
                fields.text("text"),
                fields.optionalText("key"),
                fields.optionalPosition("replyTo"),
                fields.optionalIds("attachments"));
        fields.done();
        PostOutcome outcome = messages.post(call.room(), call.author(), draft)
                .toCompletableFuture()
                .join();
        return switch (outcome) {
            case PostOutcome.Posted(var event) ->
                Answer.created(message(messages.find(call.room(), call.me(), event.position())));
            case PostOutcome.AlreadyPosted(var position, var _) ->
                Answer.ok(message(messages.find(call.room(), call.me(), position)));
        };
    }

    private Answer list(Call call) {
        int limit = call.limit();
        var key = call.query("key");
        Map<String, Window> windows = windows(call);
        if (windows.size() + (key.isPresent() ? 1 : 0) > 1) {
            throw ChatException.invalid(
                    windows.keySet().iterator().next(), "only one of before, after, around, at and key");
        }
        if (key.isPresent()) {
            return Answer.ok(page(messages.findByKey(call.room(), call.me(), key.get())));
        }
        Window window = windows.values().stream().findFirst().orElseGet(Window.Newest::new);
        return Answer.ok(page(messages.page(call.room(), call.me(), window, limit)));
    }

    /** Which parts of the history are asked for, by the parameter. */
    private static Map<String, Window> windows(Call call) {
        Map<String, Window> asked = new LinkedHashMap<>();
        call.queryPosition("before").ifPresent(position -> asked.put("before", new Window.Before(position)));
        call.queryPosition("after").ifPresent(position -> asked.put("after", new Window.After(position)));
        call.queryPosition("around").ifPresent(position -> asked.put("around", new Window.Around(position)));
        call.queryNumber("at").ifPresent(time -> asked.put("at", new Window.Since(time)));
        return asked;
    }

    private Json.Content page(MessagePage page) {
        Position asOf = page.asOf();
        return json -> {
            MessageJson.list(json, page.messages());
            json.writeObjectFieldStart("more");
            json.writeBooleanField("before", page.moreBefore());
            json.writeBooleanField("after", page.moreAfter());
            json.writeEndObject();
            json.writeStringField("epoch", messages.epoch());
            json.writeNumberField("asOf", asOf.value());
        };
    }

    private static Json.Content message(Message message) {
        return json -> {
            json.writeFieldName("message");
            MessageJson.write(json, message);
        };
    }
}
