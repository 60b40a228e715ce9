package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the server answered to one call. */
public record Reply(HttpResponse<byte[]> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return response.statusCode();
    }

    public String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    /** A part of the answer, as in {@code at("/room/id")}; missing where there is none. */
    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    /** The value of a header, empty where there is none. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** All the values under a name in a list, as in {@code all("/messages", "text")}. */
    public List<String> all(String list, String field) {
        return at(list).findValues(field).stream().map(JsonNode::asText).toList();
    }

    /** This reply, which must have the status. */
    public Reply expect(int status) {
        assertThat(status()).as(text()).isEqualTo(status);
        return this;
    }

    /** This reply, which must be a refusal with the code. */
    public Reply expectRefusal(int status, String code) {
        expect(status);
        assertThat(at("/code").asText()).as(text()).isEqualTo(code);
        return this;
    }

    /** This reply, which must say that these fields are wrong, and no others. */
    public Reply expectInvalid(String... fields) {
        expectRefusal(400, "invalid");
        assertThat(at("/fields").properties().stream().map(java.util.Map.Entry::getKey))
                .as(text())
                .containsExactlyInAnyOrder(fields);
        return this;
    }
}
