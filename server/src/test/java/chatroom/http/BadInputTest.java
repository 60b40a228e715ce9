package chatroom.http;

import static chatroom.http.RestClient.messages;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get wrong, by mistake or on purpose. After each, the server serves as before and has kept nothing of it. */
class BadInputTest {
    private static final int REQUEST_LIMIT = 65_536;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits=off", "limits.requestBytes=" + REQUEST_LIMIT);

    private static RestClient ada;
    private static long room;

    @BeforeAll
    static void openARoom() {
        ada = SERVER.client().registered("ada");
        room = ada.room("inputs");
    }

    @AfterEach
    void theServerLivesOn() {
        long id = ada.say(room, "still here");
        Reply page = ada.get(messages(room) + "?limit=1").expect(200);
        assertThat(page.at("/messages/0/id").asLong()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/%zz", "/api/rooms/1/messages?key=%zz", "/%zz", "/health/%"})
    void aPathOrQueryThatCantBeDecodedIsInvalid(String path) {
        String answer = RawHttp.get(SERVER.address(), path, ada.token());

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"invalid\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"text\": \"hi\"",
                "{'text': 'hi'}",
                "{\"text\": \"hi\",}",
                "{\"text\": \"hi\"} {\"text\": \"more\"}",
                "{\"text\": \"hi\"} x",
                "{\"text\": \"hi\", \"text\": \"ho\"}",
                "{\"text\": \"tab\there\"}",
                "{\"text\": \"\\u12\"}",
                "{text: \"hi\"}",
                "[]",
                "\"hi\"",
                "null",
                "17",
                " ",
                ""
            })
    void aBodyThatIsNoJsonObjectIsRefused(String body) {
        refused(body);
    }

    @Test
    void aBodyThatIsNoUtf8IsRefused() {
        byte[] body = "{\"text\": \"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        nothingIsPosted(
                () -> ada.send("POST", messages(room), "application/json", body).expectRefusal(400, "invalid"));
    }

    @Test
    void aBodyThatIsNestedDeeplyIsRefused() {
        refused("{\"text\": \"hi\", \"key\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}");
        refused("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\": 5}",
                "{\"text\": [\"hi\"]}",
                "{\"text\": {\"text\": \"hi\"}}",
                "{\"text\": true}",
                "{\"text\": null}",
                "{}"
            })
    void aTextOfAnotherTypeIsRefused(String body) {
        nothingIsPosted(() -> ada.post(messages(room), body).expectInvalid("text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"key\": 5",
                "\"key\": \"\"",
                "\"key\": \"nul\\u0000\"",
                "\"key\": \"65-characters-65-characters-65-characters-65-characters-65-charac\"",
                "\"replyTo\": \"1\"",
                "\"replyTo\": -1",
                "\"replyTo\": 1.5",
                "\"replyTo\": 9007199254740992",
                "\"replyTo\": 1e400",
                "\"attachments\": 1",
                "\"attachments\": [\"1\"]",
                "\"attachments\": [12345]",
                "\"Text\": \"hi\"",
                "\"author\": 1",
                "\"\": \"\""
            })
    void anotherFieldThatIsWrongIsNamed(String field) {
        String name = field.split("\"", -1)[1];

        nothingIsPosted(() ->
                ada.post(messages(room), "{\"text\": \"hi\", " + field + "}").expectInvalid(name));
    }

    @Test
    void anUnknownFieldIsAnsweredWhateverItsName() {
        // Cut to its first 64 characters, the second would end in half an emoji.
        for (String name : new String[] {"x".repeat(5_000), "x".repeat(63) + "😀", "\\ud83d", "\\u0000"}) {
            ada.post(messages(room), "{\"text\": \"hi\", \"" + name + "\": 1}").expectRefusal(400, "invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "json"
            })
    void aBodyOfAnotherTypeIsRefused(String type) {
        byte[] body = "{\"text\": \"hi\"}".getBytes(StandardCharsets.UTF_8);

        nothingIsPosted(() -> ada.send("POST", messages(room), type, body).expectRefusal(400, "invalid"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", "Application/JSON ; charset=UTF-8"})
    void jsonIsJsonHoweverItIsSaid(String type) {
        byte[] body = "{\"text\": \"hi\"}".getBytes(StandardCharsets.UTF_8);

        ada.send("POST", messages(room), type, body).expect(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " \\t\\n ",
                "\\u00a0\\u2003\\u3000",
                "nul\\u0000",
                "\\u0007bell",
                "carriage\\rreturn",
                "escape\\u001b[31m",
                "\\u007f",
                "c1 \\u0085 control",
                "half \\ud83d",
                "\\ude00\\ud83d"
            })
    void aTextThatIsNoTextIsRefused(String text) {
        nothingIsPosted(
                () -> ada.post(messages(room), "{\"text\": \"" + text + "\"}").expectInvalid("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "x", "\u202e"})
    void aTextHasAtMost8000CodePoints(String one) {
        ada.post(messages(room), Map.of("text", one.repeat(8_000))).expect(201);

        nothingIsPosted(() ->
                ada.post(messages(room), Map.of("text", one.repeat(8_001))).expectInvalid("text"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('hi')</script>",
                "&lt;b&gt; & \"quotes\" 'and' \\backslashes\\",
                "\u202eright to left\u202c \u200f \u2067isolate\u2069",
                "👩‍👩‍👧‍👦 🏳️‍🌈 🇪🇺 e\u0301 \ufeff",
                "tab\tand\nline\n",
                "  space around  ",
                "'; DROP TABLE event; --",
                "\ufffe\uffff noncharacters",
                "漢字 кириллица العربية",
                "%s %00 ${x} {{y}}"
            })
    void whatIsTypedIsWhatIsRead(String text) {
        long id = ada.say(room, text);

        assertThat(ada.get(messages(room) + "/" + id).at("/message/text").asText())
                .isEqualTo(text);
        assertThat(ada.get(messages(room) + "?limit=1").at("/messages/0/text").asText())
                .isEqualTo(text);
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        String frame = "{\"text\": \"hi\", \"x\": \"\"}";
        String fitting = "{\"text\": \"hi\", \"x\": \"" + "y".repeat(REQUEST_LIMIT - frame.length()) + "\"}";

        ada.post(messages(room), fitting).expectInvalid("x");
        nothingIsPosted(() -> ada.post(messages(room), fitting + " ").expectRefusal(413, "too-large"));
        SERVER.client().post("/api/sessions", fitting + " ").expectRefusal(413, "too-large");
    }

    @Test
    void aBodyOverTheLimitThatDoesNotSayItsLengthIsTooLarge() {
        String chunk = "2000\r\n" + "y".repeat(0x2000) + "\r\n";
        String answer = RawHttp.send(
                SERVER.address(),
                "POST /api/sessions HTTP/1.1\r\nHost: " + SERVER.address().getAuthority()
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk.repeat(9));

        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("\"too-large\"");
    }

    @Test
    void aPathThatIsNotThereIsNotFound() {
        for (String path : new String[] {"/api", "/api/", "/api/nothing", "/api/rooms/1/nothing"}) {
            ada.get(path).expectRefusal(404, "not-found");
        }
        ada.put("/api/rooms").expectRefusal(404, "not-found");
    }

    private static void refused(String body) {
        nothingIsPosted(() -> ada.post(messages(room), body).expectRefusal(400, "invalid"));
    }

    private static void nothingIsPosted(Runnable refused) {
        long before = ada.get("/api/rooms/" + room).at("/room/head").asLong();
        refused.run();
        assertThat(ada.get("/api/rooms/" + room).at("/room/head").asLong()).isEqualTo(before);
    }
}
