package chatroom.http;

import static chatroom.http.RestClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guessing is slow from one address and from many, and its victim comes in all the same. */
class BrakesTest {
    private static final String HOME = "192.0.2.1";

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with(
            "http.trustedProxies=127.0.0.1",
            "limits.failuresByName=3/1h",
            "limits.failuresByAccount=5/1h",
            "limits.failuresByAddress=4/1h");

    @BeforeAll
    static void registerTheAdministrator() {
        from("198.51.100.1").registered("administrator", Objects.requireNonNull(SERVER.setupCode()));
    }

    @Test
    void whoGuessesFromManyAddressesIsStoppedAndTheOwnerIsNot() {
        from(HOME).registered("ada");
        guessFromFive("ada");

        Reply stopped = from("203.0.113.6").signIn("ada", "a guess at it").expectRefusal(429, "rate-limited");

        assertThat(stopped.at("/retryAfter").asInt()).isBetween(1, 720);
        from("203.0.113.7").signIn("ada", PASSWORD).expectRefusal(429, "rate-limited");
        from(HOME).signIn("ada", PASSWORD).expect(201);
        from(HOME).signIn("ADA", PASSWORD).expect(201);
    }

    @Test
    void aStolenSessionGuessesNoFasterFromManyAddresses() {
        String stolen = from(HOME).registered("mary").token();
        for (int i = 1; i <= 3; i++) {
            confirm(from("203.0.200." + i).withBearer(stolen), "a guess " + i).expectRefusal(403, "forbidden");
        }

        confirm(from("203.0.201.4").withBearer(stolen), "a guess at it").expectRefusal(429, "rate-limited");

        String owners =
                from(HOME).signIn("mary", PASSWORD).expect(201).at("/token").asText();
        confirm(from("203.0.202.5").withBearer(owners), PASSWORD).expect(204);
    }

    private static Reply confirm(RestClient client, String password) {
        return client.put("/api/accounts/me/password", Map.of("current", password, "password", PASSWORD));
    }

    @Test
    void aNameThatDoesNotExistIsBrakedAlike() {
        guessFromFive("no-such-name");

        from("203.0.113.6").signIn("no-such-name", "a guess at it").expectRefusal(429, "rate-limited");
    }

    @Test
    void anAddressThatIsKnownIsBrakedForItself() {
        from(HOME).registered("grace");
        guessFromFive("grace");

        for (int i = 0; i < 3; i++) {
            from(HOME).signIn("grace", "a guess " + i).expectRefusal(401, "unauthenticated");
        }

        from(HOME).signIn("grace", PASSWORD).expectRefusal(429, "rate-limited");
    }

    @Test
    void theNextAddressOfTheSameNetworkIsNoOtherAddress() {
        for (int i = 0; i < 4; i++) {
            from("2001:db8::" + i).signIn("name-" + i, "a guess at it").expectRefusal(401, "unauthenticated");
        }

        from("2001:db8::ffff").signIn("name-5", "a guess at it").expectRefusal(429, "rate-limited");
        from("2001:db8:0:1::1").signIn("name-5", "a guess at it").expectRefusal(401, "unauthenticated");
    }

    /** The same work for all three, and so the same time: one look-up of the name, one hash of today's costs. */
    @Test
    void anUnknownNameCostsWhatAWrongPasswordDoes() {
        RestClient administrator = from("198.51.100.2");
        String token = administrator
                .signIn("administrator", PASSWORD)
                .expect(201)
                .at("/token")
                .asText();
        RestClient troll = from("198.51.100.3").registered("troll");
        long id = troll.get("/api/accounts/me").at("/account/id").asLong();
        administrator
                .withBearer(token)
                .patch("/api/accounts/" + id, Map.of("suspended", true))
                .expect(200);

        for (String name : new String[] {"administrator", "no-such-one", "troll", "another-that-is-not"}) {
            long before = hashes();
            from("198.51.100.4").signIn(name, "a guess at it").expectRefusal(401, "unauthenticated");
            assertThat(hashes() - before).as(name).isEqualTo(1);
        }
    }

    private static void guessFromFive(String name) {
        for (int i = 1; i <= 5; i++) {
            // A block of its own for each name: guesses at another name count for the address too.
            from("203.0." + Math.floorMod(name.hashCode(), 113) + "." + i)
                    .signIn(name, "a guess at it")
                    .expectRefusal(401, "unauthenticated");
        }
    }

    private static long hashes() {
        return SERVER.client()
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("chatroom_password_hashes_total "))
                .map(line -> (long) Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static RestClient from(String address) {
        return SERVER.client().with("X-Forwarded-For", address);
    }
}
