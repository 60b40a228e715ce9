package socketio;

/** Receives the events of one name whose first argument is a value of a type of the application. */
@FunctionalInterface
public interface TypedListener<T> {

    /** Called as {@link EventListener#onEvent}; {@code value} is the first argument, as Jackson reads it. */
    void onEvent(Socket socket, T value, Acknowledgement acknowledgement);
}
