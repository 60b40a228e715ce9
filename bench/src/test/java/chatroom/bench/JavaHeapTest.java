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

        assertThat(ServerFigures.residentKib(me, heap.from(), heap.to()))
                .isPositive()
                .isLessThan(ServerFigures.residentKib(me));
    }

    @Test
    void anotherAnswerIsSaid() {
        assertThatThrownBy(() -> JavaHeap.of(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("GC.heap_info");
    }
}
