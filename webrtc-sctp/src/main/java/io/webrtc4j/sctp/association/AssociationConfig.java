package io.webrtc4j.sctp.association;

/**
 * What an association is made with; durations in nanoseconds, sizes in bytes, and names as in RFC
 * 9260 §16 where it has them.
 *
 * @param streams the streams that we ask for and grant
 */
public record AssociationConfig(
    int localPort,
    int remotePort,
    int maxPacketSize,
    long maxMessageSize,
    int receiveWindow,
    int streams,
    int maxInitRetransmits,
    int associationMaxRetrans,
    long rtoInitial,
    long rtoMin,
    long rtoMax,
    long heartbeatInterval,
    long cookieLifetime) {}
