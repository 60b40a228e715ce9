package chatroom.bench;

/**
 * What one round gave.
 *
 * @param figure in the scenario's unit
 * @param cpuMicros of the server, for each message, microseconds
 * @param p50 of the latency, milliseconds
 * @param p99 of the latency, milliseconds
 * @param payloadBytes of a delivered message, without the frame's head
 * @param residentMib of the server at the end, or while idle
 * @param faults deliveries out of order or missing, connections lost and posts refused
 */
record Round(
        double figure,
        double cpuMicros,
        double p50,
        double p99,
        double payloadBytes,
        double residentMib,
        double faults) {}
