package io.webrtc4j.session;

/**
 * The SCTP association that carries data channels.
 *
 * @param localPort our SCTP port
 * @param remotePort the peer's
 * @param maxMessageSize the largest message that the peer takes, in bytes; 0 for any. Another one
 *     later is the same association; whoever sends keeps to it
 */
public record DataPlan(int localPort, int remotePort, long maxMessageSize) {}
