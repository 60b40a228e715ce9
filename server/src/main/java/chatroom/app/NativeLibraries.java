package chatroom.app;

/** What is not written in Java: it is unpacked and linked while the command line is still being read. */
final class NativeLibraries {
    private NativeLibraries() {}

    /** Begins, and does not wait. Whoever needs a library waits for it, and says so if there is none. */
    static void loadAhead() {
        Thread.ofPlatform().daemon().name("chatroom-storage-loader").start(Storage::loadAhead);
        Thread.ofPlatform().daemon().name("chatroom-loops-loader").start(LoopTransport::loadAhead);
    }
}
