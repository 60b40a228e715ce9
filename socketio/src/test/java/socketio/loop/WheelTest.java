package socketio.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import socketio.client.Patience;

class WheelTest {
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Loop loop = new Loop((io.netty.channel.EventLoop) group.next(), 0, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private static final class Noting extends Timer {
        private final Runnable note;

        Noting(Runnable note) {
            this.note = note;
        }

        @Override
        protected void expired() {
            note.run();
        }
    }

    @Test
    void timersExpireInTheirOrderNeverEarlyAndMoreThanARoundAhead() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(3);
        List<Integer> order = new ArrayList<>();
        long start = System.nanoTime();
        loop.submit(() -> {
            for (int delay : new int[] {700, 5, 60}) {
                loop.wheel()
                        .arm(
                                new Noting(() -> {
                                    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(delay * 1_000_000L);
                                    order.add(delay);
                                    done.countDown();
                                }),
                                Duration.ofMillis(delay).toNanos());
            }
        });
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly(5, 60, 700);
    }

    @Test
    void whoeverExpiresMayArmAndDisarmItselfAndOthers() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(2);
        List<String> order = new ArrayList<>();
        loop.submit(() -> {
            Noting never = new Noting(() -> order.add("never"));
            Timer[] again = new Timer[1];
            again[0] = new Noting(() -> {
                order.add("again");
                loop.wheel().disarm(never);
                done.countDown();
                if (order.size() == 1) {
                    loop.wheel().arm(again[0], 0);
                }
            });
            loop.wheel().arm(again[0], 0);
            // Later, however long it takes to come here from the line before.
            loop.wheel().arm(never, Duration.ofMillis(20).toNanos());
        });
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).containsExactly("again", "again");
    }

    @Test
    void operationsOfOneThreadRunInOrderAndInlineOnesAtOnce() throws InterruptedException {
        List<Integer> order = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        for (int number = 0; number < 1_000; number++) {
            int own = number;
            loop.submit(() -> order.add(own));
        }
        loop.submit(() -> loop.runInline(() -> {
            loop.submit(() -> order.add(-1));
            order.add(-2);
        }));
        loop.submit(() -> {
            order.add(1_000);
            loop.atEndOfTurn(() -> loop.touch(done::countDown));
        });
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(order).hasSize(1_003).startsWith(0, 1, 2).endsWith(-1, -2, 1_000);
        Patience.until(() -> loop.backlog() == 0);
    }
}
