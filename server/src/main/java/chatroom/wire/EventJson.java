package chatroom.wire;

import chatroom.Author;
import chatroom.Change;
import chatroom.Event;
import chatroom.Pace;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as clients see them. */
public final class EventJson {
    private EventJson() {}

    public static void write(JsonGenerator json, Event event) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type(event.change()));
        json.writeNumberField("room", event.room().value());
        json.writeNumberField("position", event.position().value());
        json.writeNumberField("prev", event.prev().value());
        json.writeNumberField("at", event.at());
        author(json, "author", event.author());
        body(json, event.change());
        json.writeEndObject();
    }

    static void author(JsonGenerator json, String field, Author author) throws IOException {
        json.writeFieldName(field);
        author(json, author);
    }

    /** Someone by id and name. */
    public static void author(JsonGenerator json, Author author) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", author.id().value());
        json.writeStringField("name", author.name());
        json.writeEndObject();
    }

    /** A list of people under a name. */
    public static void people(JsonGenerator json, String field, List<Author> people) throws IOException {
        json.writeArrayFieldStart(field);
        for (Author one : people) {
            author(json, one);
        }
        json.writeEndArray();
    }

    static void attachments(JsonGenerator json, List<Long> attachments) throws IOException {
        if (!attachments.isEmpty()) {
            json.writeArrayFieldStart("attachments");
            for (long id : attachments) {
                json.writeNumber(id);
            }
            json.writeEndArray();
        }
    }

    static void text(JsonGenerator json, String field, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(field, text);
        }
    }

    /** What people have set is told beside it while the server has set more. */
    static void pace(JsonGenerator json, Pace pace) throws IOException {
        json.writeNumberField("slowMode", pace.seconds());
        if (pace.isAutomatic()) {
            json.writeNumberField("manualSlowMode", pace.manual());
        }
    }

    private static String type(Change change) {
        return switch (change) {
            case Change.Posted _ -> "posted";
            case Change.Edited _ -> "edited";
            case Change.Deleted _ -> "deleted";
            case Change.Reacted _ -> "reacted";
            case Change.Unreacted _ -> "unreacted";
            case Change.TopicSet _ -> "topic";
            case Change.Renamed _ -> "renamed";
            case Change.Archived _ -> "archived";
            case Change.SlowModeSet _, Change.SlowModeAdapted _ -> "slowMode";
            case Change.Joined _ -> "joined";
            case Change.Left _ -> "left";
            case Change.Removed _ -> "removed";
            case Change.RoleSet _ -> "role";
        };
    }

    private static void body(JsonGenerator json, Change change) throws IOException {
        switch (change) {
            case Change.Posted posted -> {
                json.writeStringField("text", posted.text());
                text(json, "key", posted.key());
                if (posted.replyTo() != null) {
                    json.writeNumberField("replyTo", posted.replyTo().value());
                }
                attachments(json, posted.attachments());
                if (posted.deleted() > 0) {
                    json.writeNumberField("deleted", posted.deleted());
                }
            }
            case Change.Edited edited -> {
                json.writeNumberField("id", edited.id().value());
                json.writeStringField("text", edited.text());
            }
            case Change.Deleted deleted ->
                json.writeNumberField("id", deleted.id().value());
            case Change.Reacted reacted -> {
                json.writeNumberField("id", reacted.id().value());
                json.writeStringField("emoji", reacted.emoji());
            }
            case Change.Unreacted unreacted -> {
                json.writeNumberField("id", unreacted.id().value());
                json.writeStringField("emoji", unreacted.emoji());
            }
            case Change.TopicSet set -> json.writeStringField("topic", set.topic());
            case Change.Renamed renamed -> json.writeStringField("name", renamed.name());
            case Change.Archived archived -> json.writeBooleanField("archived", archived.archived());
            case Change.SlowModeSet set -> pace(json, Pace.manual(set.seconds()));
            case Change.SlowModeAdapted adapted -> pace(json, adapted.after());
            case Change.Joined joined -> author(json, "account", joined.account());
            case Change.Left left -> author(json, "account", left.account());
            case Change.Removed removed -> author(json, "account", removed.account());
            case Change.RoleSet set -> {
                author(json, "account", set.account());
                json.writeStringField("role", set.role().wireName());
            }
        }
    }
}
