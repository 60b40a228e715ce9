package chatroom.account;

/** From where somebody signs in: the user agent (at most 200 characters are kept) and the address. */
public record Device(String agent, String address) {
    private static final int AGENT_MAX = 200;

    public Device {
        agent = agent.length() > AGENT_MAX ? agent.substring(0, AGENT_MAX) : agent;
    }
}
