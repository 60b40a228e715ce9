package chatroom.wire;

import chatroom.account.Account;
import chatroom.account.AccountStore;
import chatroom.account.Invitation;
import chatroom.account.Session;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Accounts and sessions as clients see them. */
public final class AccountJson {
    private AccountJson() {}

    public static void write(JsonGenerator json, Account account) throws IOException {
        json.writeStartObject();
        fields(json, account);
        json.writeStringField("role", account.role().wireName());
        json.writeEndObject();
    }

    /** As administrators see it. */
    public static void write(JsonGenerator json, AccountStore.Listing listing) throws IOException {
        json.writeStartObject();
        fields(json, listing.account());
        json.writeStringField("role", listing.account().role().wireName());
        json.writeBooleanField("suspended", listing.suspended());
        json.writeEndObject();
    }

    public static void write(JsonGenerator json, Invitation invitation) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", invitation.code());
        json.writeNumberField("uses", invitation.uses());
        json.writeNumberField("expires", invitation.expires());
        json.writeEndObject();
    }

    /** What everybody may see of it. */
    public static void person(JsonGenerator json, Account account) throws IOException {
        json.writeStartObject();
        fields(json, account);
        json.writeEndObject();
    }

    private static void fields(JsonGenerator json, Account account) throws IOException {
        json.writeNumberField("id", account.id().value());
        json.writeStringField("username", account.username());
        json.writeStringField("displayName", account.displayName());
    }

    /** @param current the session of whoever asks */
    public static void write(JsonGenerator json, Session session, Session current) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", session.id());
        json.writeNumberField("created", session.created());
        json.writeNumberField("seen", session.seen());
        json.writeStringField("agent", session.agent());
        json.writeStringField("address", session.address());
        json.writeBooleanField("current", session.id() == current.id());
        json.writeEndObject();
    }
}
