package chatroom.http;

import static org.assertj.core.api.Assertions.assertThat;

import chatroom.app.RunningServer;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AutomaticSlowModeTest {
    private static final int PEOPLE = 4;

    @RegisterExtension
    static final RunningServer SERVER = RunningServer.with("limits.roomRate=10/1s", "limits.posts=off");

    private static RestClient owner;
    private static RestClient[] people;
    private static long room;
    private static String path;

    @BeforeAll
    static void fillARoom() {
        owner = SERVER.client().registered("owner");
        room = owner.room("loud");
        path = "/api/rooms/" + room;
        people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> SERVER.client().registered("member" + i))
                .toArray(RestClient[]::new);
        for (RestClient member : people) {
            member.put(path + "/members/me").expect(200);
        }
    }

    @Test
    void aFloodIsSlowedDownAndLetGoWhenItIsOver() {
        floodUntil(seconds -> seconds > 0);

        Reply slowed = owner.get(path).expect(200);
        assertThat(slowed.at("/room/manualSlowMode").asInt(-1)).isZero();
        Reply refused = refusal();
        assertThat(refused.at("/code").asText()).isEqualTo("slow-mode");
        assertThat(refused.at("/retryAfter").asInt()).isPositive();
        owner.say(room, "order!");
        owner.say(room, "order!!");

        waitUntil(seconds -> seconds == 0);
        assertThat(owner.get(path).at("/room/manualSlowMode").isMissingNode()).isTrue();
        people[0].say(room, "calm");
        people[0].say(room, "again");

        // What people set themselves is theirs; it ends what the server has set.
        floodUntil(seconds -> seconds > 0);
        owner.patch(path, Map.of("slowMode", 0)).expect(200);
        assertThat(owner.get(path).at("/room/slowMode").asInt()).isZero();
        people[1].patch(path, Map.of("slowMode", 9)).expectRefusal(403, "forbidden");
    }

    private static void floodUntil(IntPredicate slowMode) {
        for (int i = 0; !slowMode.test(slowMode()); i++) {
            for (int n = 0; n < 2 * PEOPLE; n++) {
                people[n % PEOPLE].post(path + "/messages", Map.of("text", "flood " + i));
            }
        }
    }

    /** A member may post once more, and then has to wait. */
    private static Reply refusal() {
        while (true) {
            Reply reply = people[0].post(path + "/messages", Map.of("text", "one more"));
            if (reply.status() == 429) {
                return reply;
            }
        }
    }

    private static void waitUntil(IntPredicate slowMode) {
        while (!slowMode.test(slowMode())) {
            Thread.onSpinWait();
        }
    }

    private static int slowMode() {
        return owner.get(path).expect(200).at("/room/slowMode").asInt();
    }
}
