package io.webrtc4j.sctp;

import org.jspecify.annotations.Nullable;

/**
 * What a data channel is opened with (W3C WebRTC §6.2, RFC 8832 §5.1).
 *
 * @param label its name, at most 65535 bytes in UTF-8
 * @param ordered whether messages arrive in the order in which they were sent
 * @param maxPacketLifeTimeMillis milliseconds during which a message may be retransmitted, or null
 * @param maxRetransmits how often a message may be retransmitted, or null
 * @param protocol the subprotocol's name, at most 65535 bytes in UTF-8; empty if none
 * @param negotiated whether both sides open the channel with the same {@code id} and send no DCEP
 * @param id the stream identifier, from 0 to 65534, or null to let one be chosen
 */
public record DataChannelParameters(
    String label,
    boolean ordered,
    @Nullable Integer maxPacketLifeTimeMillis,
    @Nullable Integer maxRetransmits,
    String protocol,
    boolean negotiated,
    @Nullable Integer id) {

  /** An ordered and reliable channel called {@code label}, announced to the peer by DCEP. */
  public static DataChannelParameters reliable(String label) {
    return new DataChannelParameters(label, true, null, null, "", false, null);
  }

  /** An unordered and reliable channel called {@code label}, announced to the peer by DCEP. */
  public static DataChannelParameters unordered(String label) {
    return new DataChannelParameters(label, false, null, null, "", false, null);
  }

  /** These parameters for a channel that both sides open as stream {@code id}, without DCEP. */
  public DataChannelParameters negotiatedAs(int id) {
    return new DataChannelParameters(
        label, ordered, maxPacketLifeTimeMillis, maxRetransmits, protocol, true, id);
  }
}
