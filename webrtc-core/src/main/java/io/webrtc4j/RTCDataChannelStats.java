package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A data channel (W3C Statistics, {@code data-channel}). It is listed until it is closed.
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param label its {@link RTCDataChannel#label()}
 * @param protocol its {@link RTCDataChannel#protocol()}
 * @param dataChannelIdentifier its {@link RTCDataChannel#id()}
 * @param state its {@link RTCDataChannel#readyState()}
 * @param messagesSent messages sent
 * @param bytesSent their bytes
 * @param messagesReceived messages received
 * @param bytesReceived their bytes
 */
public record RTCDataChannelStats(
    String id,
    double timestamp,
    @Nullable String label,
    @Nullable String protocol,
    @Nullable Integer dataChannelIdentifier,
    RTCDataChannelState state,
    @Nullable Long messagesSent,
    @Nullable Long bytesSent,
    @Nullable Long messagesReceived,
    @Nullable Long bytesReceived)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.DATA_CHANNEL;
  }
}
