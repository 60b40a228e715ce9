package socketio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Certificate;
import socketio.client.ClientScenario;
import socketio.client.Patience;
import socketio.client.RunningServer;

/** Long-polling over HTTP/2, as a browser does it once there is TLS. */
class Http2Test {
    private final Certificate certificate = Certificate.make();
    private final RunningServer running = new RunningServer(
            SocketIoOptions.standard().withLimits(Limits.standard().withMaxPayload(100_000)),
            certificate.server().setUseAlpn(true),
            ClientScenario::setUp);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_2)
            .sslContext(certificate.client())
            .build();

    @AfterEach
    void stop() {
        http.shutdownNow();
        running.close();
    }

    private HttpRequest.Builder request(String sid) {
        String query = "?EIO=4&transport=polling" + (sid.isEmpty() ? "" : "&sid=" + sid);
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + running.port() + "/socket.io/" + query))
                .timeout(Patience.LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
        return response;
    }

    private HttpResponse<String> post(String sid, String body) throws IOException, InterruptedException {
        return send(request(sid).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void aSessionIsPolledAndWhatIsRefusedHarmsNoOtherStream() throws IOException, InterruptedException {
        String sid = send(request("")).body().replaceAll(".*\"sid\":\"([^\"]*)\".*", "$1");
        assertThat(post(sid, "40").body()).isEqualTo("ok");
        assertThat(send(request(sid)).body()).startsWith("40{");
        HttpResponse<String> unknown = post("nobody", "4");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.headers().firstValue("connection")).isEmpty();
        assertThat(unknown.body()).contains("Session ID unknown");
        assertThat(post(sid, "421[\"ack\",7]").body()).isEqualTo("ok");
        assertThat(send(request(sid)).body()).endsWith("431[7]");
        assertThat(post(sid, "4" + "x".repeat(200_000)).statusCode()).isEqualTo(413);
        assertThat(post(sid, "4").statusCode()).isEqualTo(400);
    }
}
