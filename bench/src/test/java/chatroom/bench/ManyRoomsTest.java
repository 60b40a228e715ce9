package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManyRoomsTest {
    @Test
    void aRateIsDrawnThatAllRoundsHaveComeTo() throws IOException {
        Figures first = Figures.of("result steps=2 step0Rate=1000 step0P99=9000 step1Rate=1250 step1P99=40000");
        Figures second = Figures.of("result steps=1 step0Rate=1000 step0P99=11000");
        Figures third = Figures.of("result steps=2 step0Rate=1000 step0P99=10000 step1Rate=1250 step1P99=30000");

        Plot plot = ManyRooms.plot(Map.of(Subject.CHAT, List.of(first, second, third)));

        JsonNode points = new JsonMapper().readTree(plot.json()).at("/series/0/points");
        assertThat(points).hasSize(1);
        assertThat(points.get(0)).hasToString("{\"x\":1000.0,\"y\":{\"median\":10.0,\"least\":9.0,\"most\":11.0}}");
    }
}
