package chatroom.wire;

import chatroom.message.Message;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Messages as clients see them. */
public final class MessageJson {
    private MessageJson() {}

    /** A list under the name {@code messages}. */
    public static void list(JsonGenerator json, List<Message> messages) throws IOException {
        json.writeArrayFieldStart("messages");
        for (Message message : messages) {
            write(json, message);
        }
        json.writeEndArray();
    }

    public static void write(JsonGenerator json, Message message) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", message.id().value());
        json.writeNumberField("version", message.version().value());
        json.writeNumberField("room", message.room().value());
        EventJson.author(json, "author", message.author());
        json.writeNumberField("at", message.at());
        json.writeStringField("text", message.text());
        EventJson.text(json, "key", message.key());
        if (message.replyTo() != null) {
            json.writeNumberField("replyTo", message.replyTo().value());
        }
        if (message.edited() > 0) {
            json.writeNumberField("edited", message.edited());
        }
        if (message.deleted() > 0) {
            json.writeNumberField("deleted", message.deleted());
        }
        EventJson.attachments(json, message.attachments());
        reactions(json, message.reactions());
        json.writeEndObject();
    }

    private static void reactions(JsonGenerator json, List<Message.Reaction> reactions) throws IOException {
        if (reactions.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("reactions");
        for (Message.Reaction reaction : reactions) {
            json.writeStartObject();
            json.writeStringField("emoji", reaction.emoji());
            json.writeNumberField("count", reaction.count());
            json.writeBooleanField("mine", reaction.mine());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
