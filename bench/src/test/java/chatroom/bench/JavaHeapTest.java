package chatroom.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chatroom.bench.load.ServerFigures;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class JavaHeapTest {
    private final long me = ProcessHandle.current().pid();

    @Test
    void itIsFoundAmongTheMemoryOfItsProcess() throws IOException {
        JavaHeap heap = JavaHeap.of(me);

        ServerFigures.Resident resident = ServerFigures.resident(me, heap.from(), heap.to());
        assertThat(resident.within()).isPositive().isLessThan(resident.all());
    }

    @Test
    void anotherAnswerIsSaid() {
        assertThatThrownBy(() -> JavaHeap.of(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GC.heap_info");
    }
}
