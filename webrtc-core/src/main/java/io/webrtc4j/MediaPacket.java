package io.webrtc4j;

import io.webrtc4j.rtp.RtpPacket;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An RTP packet of a track, with what tells what is in it. The packet is shared with the track's
 * other listeners and must not be changed. A view is for one thread: another takes {@link
 * RtpPacket#view()}.
 *
 * @param packet in the clear; where it is sent, sequence number, SSRC, payload type and header
 *     extensions are the sender's own
 * @param codec what the payload is encoded with
 * @param rid the version of simulcast (RFC 8851), or null for the only one
 */
public record MediaPacket(RtpPacket packet, RTCRtpCodec codec, @Nullable String rid) {
  /** A packet by its fields. */
  public MediaPacket {
    Objects.requireNonNull(packet, "packet");
    Objects.requireNonNull(codec, "codec");
  }
}
