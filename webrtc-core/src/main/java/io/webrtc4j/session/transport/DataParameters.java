package io.webrtc4j.session.transport;

/**
 * What both descriptions together say about an SCTP association.
 *
 * @param localPort our SCTP port
 * @param remotePort the peer's
 * @param maxMessageSize the largest message that we take, in bytes
 */
public record DataParameters(int localPort, int remotePort, long maxMessageSize) {}
