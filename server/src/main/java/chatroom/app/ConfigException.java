package chatroom.app;

/** A configuration that the server does not start with. The message is one line for the operator. */
final class ConfigException extends RuntimeException {
    ConfigException(String message) {
        super(message);
    }
}
