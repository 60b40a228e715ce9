package chatroom.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What compares can find a fault. */
class WitnessTest {
    private final Witness.History history = new Witness.History(new long[] {3, 5, 8, 9}, new long[] {1, 2, 3, 4});
    private final Witness witness = new Witness();

    @Test
    void whoSawTheHistoryIsAtNoFault() {
        witness.begins("epoch", 3);
        witness.sees(5, 3, 2);
        witness.sees(8, 5, 3);
        witness.begins("epoch", 8);
        witness.sees(9, 8, 4);

        assertThat(witness.gaps()).isZero();
        assertThat(witness.faults(history)).isZero();
        assertThat(witness.reset()).isOne();
    }

    @Test
    void whatIsMissingTwiceOrMovedIsFound() {
        witness.begins("epoch", 3);
        witness.sees(8, 5, 3);
        assertThat(witness.gaps()).isOne();
        assertThat(witness.faults(history)).isOne();

        var twice = new Witness();
        twice.begins("epoch", 3);
        twice.sees(5, 3, 2);
        twice.sees(5, 5, 2);
        assertThat(twice.faults(history)).isOne();

        var moved = new Witness();
        moved.begins("epoch", 3);
        moved.sees(5, 3, 3);
        moved.sees(8, 5, 2);
        assertThat(moved.faults(history)).isOne();
    }

    @Test
    void aPromiseIsKeptWhereTheHistoryHasItWhereItWasAcknowledged() {
        var promises = new Promises(1, 2);
        assertThat(promises.next()).isZero();
        assertThat(promises.next()).isOne();
        assertThat(promises.next()).isNegative();
        promises.acknowledged(0, 5);
        assertThat(promises.again()).containsExactly(1);
        promises.acknowledged(1, 8);

        assertThat(promises.faults(Map.of(Promises.key(1, 0), 5L, Promises.key(1, 1), 8L)))
                .isZero();
        assertThat(promises.faults(Map.of(Promises.key(1, 0), 5L))).isOne();
        assertThat(promises.faults(Map.of(Promises.key(1, 0), 5L, Promises.key(1, 1), 9L)))
                .isOne();
    }
}
