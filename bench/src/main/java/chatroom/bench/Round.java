package chatroom.bench;

/**
 * What one round gave.
 *
 * @param figure in the scenario's unit
 * @param cpuMicros of the server, for each message, microseconds
 * @param p99 of the latency, milliseconds
 * @param faults deliveries out of order and connections lost
 */
record Round(double figure, double cpuMicros, double p99, double faults) {}
