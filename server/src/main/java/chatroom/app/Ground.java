package chatroom.app;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;

/**
 * What everything stands on that is made for a server.
 *
 * @param virtualThreads runs what may block
 */
record Ground(Config config, Storage storage, InstantSource clock, ExecutorService virtualThreads) {}
