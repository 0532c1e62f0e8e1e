package io.webrtc4j.sctp;

/**
 * What one data channel has carried; control messages of RFC 8832 are not counted.
 *
 * @param messagesSent messages handed to {@code send}
 * @param bytesSent their payloads' bytes
 * @param messagesReceived messages that came as {@link DataChannelEvent.MessageReceived}
 * @param bytesReceived their payloads' bytes
 */
public record DataChannelCounters(
    long messagesSent, long bytesSent, long messagesReceived, long bytesReceived) {}
