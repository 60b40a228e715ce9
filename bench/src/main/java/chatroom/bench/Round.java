package chatroom.bench;

/**
 * What one round gave.
 *
 * @param figure in the scenario's unit
 * @param cpuMicros of the server, for each message, microseconds
 * @param latency of an answer or a delivery; 0 where there is no load
 * @param payloadBytes of a delivered message, without the frame's head
 * @param residentMib of the server at the end, or while idle
 * @param faults deliveries out of order or missing, connections lost and posts refused
 */
record Round(
        double figure, double cpuMicros, Percentiles latency, double payloadBytes, double residentMib, double faults) {
    double p50() {
        return latency.p50();
    }

    double p99() {
        return latency.p99();
    }
}
