package chatroom.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.transport.Transport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By which of the kernel's interfaces event loops hear of their sockets. */
enum LoopTransport {
    /** epoll on Linux, kqueue on macOS, and what Java has elsewhere. */
    AUTO,
    /** io_uring of Linux; not everywhere allowed. */
    IO_URING,
    /** What Java itself has. */
    NIO;

    private static final Logger LOG = LoggerFactory.getLogger(LoopTransport.class);

    /** @throws IllegalArgumentException for another word, or for io_uring where there is none */
    static LoopTransport parse(String text) {
        return switch (text) {
            case "auto" -> AUTO;
            case "io_uring" -> {
                if (!isHere(Transport.IO_URING)) {
                    throw new IllegalArgumentException("must be auto or nio: this machine lets nobody use io_uring");
                }
                yield IO_URING;
            }
            case "nio" -> NIO;
            default -> throw new IllegalArgumentException("must be auto, io_uring or nio");
        };
    }

    /** Starts so many event loops. */
    Vertx start(int loops) {
        return Vertx.builder()
                .with(new VertxOptions().setEventLoopPoolSize(loops))
                .withTransport(transport())
                .build();
    }

    private Transport transport() {
        return switch (this) {
            case AUTO -> ofPlatform();
            case IO_URING -> Transport.IO_URING;
            case NIO -> Transport.NIO;
        };
    }

    private static Transport ofPlatform() {
        if (isHere(Transport.EPOLL)) {
            return Transport.EPOLL;
        }
        if (isHere(Transport.KQUEUE)) {
            return Transport.KQUEUE;
        }
        LOG.warn("neither epoll nor kqueue can be used here: sockets are served by Java's own means, more slowly");
        return Transport.NIO;
    }

    /** @param transport null where its classes are not on the class path */
    private static boolean isHere(@Nullable Transport transport) {
        return transport != null && transport.available();
    }
}
