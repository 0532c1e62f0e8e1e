package io.webrtc4j.ice;

/**
 * What a pair carried beside STUN.
 *
 * @param packetsSent packets sent
 * @param bytesSent their payloads' bytes
 * @param packetsReceived packets received
 * @param bytesReceived their payloads' bytes
 * @param lastSent when the last was sent; -1 before the first
 * @param lastReceived when the last was received; -1 before the first
 */
public record PairTraffic(
    long packetsSent,
    long bytesSent,
    long packetsReceived,
    long bytesReceived,
    long lastSent,
    long lastReceived) {}
