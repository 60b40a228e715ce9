package socketio;

/** Keeps back what is broadcast to a member. On the member's loop. */
sealed interface Keeper permits LiveHold, LostSocket {

    /** Keeps a delivery; false if that was too much, and the membership is to end. */
    boolean keep(Delivery delivery);

    /** The membership has ended because it was too much. */
    void overflowed();
}
