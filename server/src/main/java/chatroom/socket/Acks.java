package chatroom.socket;

import chatroom.ChatException;
import chatroom.ErrorCode;
import chatroom.wire.ErrorJson;
import chatroom.wire.Json;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import socketio.Acknowledgement;

/** Acknowledgements as the contract has them. */
final class Acks {
    private static final Logger LOG = LoggerFactory.getLogger(Acks.class);

    private final Consumer<ErrorCode> refused;

    /** @param refused counts refusals; any thread, must not block */
    Acks(Consumer<ErrorCode> refused) {
        this.refused = refused;
    }

    static byte[] ok(Json.Content fields) {
        return Json.object(json -> {
            json.writeBooleanField("ok", true);
            fields.write(json);
        });
    }

    void refuse(Acknowledgement ack, Throwable failure) {
        ChatException refusal = ErrorJson.refusal(failure);
        refused.accept(refusal.code());
        if (refusal.code() == ErrorCode.INTERNAL) {
            LOG.error("an event failed", failure);
        }
        ack.send(Json.object(json -> {
            json.writeBooleanField("ok", false);
            json.writeObjectFieldStart("error");
            ErrorJson.fields(json, refusal);
            json.writeEndObject();
        }));
    }
}
