package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * The connection itself (W3C Statistics, {@code peer-connection}).
 *
 * @param id names the object in reports of this connection, always the same one
 * @param timestamp when this was so: milliseconds since 1970
 * @param dataChannelsOpened data channels that have become open
 * @param dataChannelsClosed of these, those that are open no longer
 */
public record RTCPeerConnectionStats(
    String id,
    double timestamp,
    @Nullable Long dataChannelsOpened,
    @Nullable Long dataChannelsClosed)
    implements RTCStats {
  @Override
  public RTCStatsType type() {
    return RTCStatsType.PEER_CONNECTION;
  }
}
