package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Direction;

/**
 * An RTP header extension that a peer knows (RFC 8285), without a number.
 *
 * @param kind of media that it goes with
 * @param uri what it is
 * @param direction which way we would use it; {@link Direction#INACTIVE} for one that is known but
 *     switched off, which is neither offered nor answered
 */
public record HeaderExtension(MediaKind kind, String uri, Direction direction) {
  /** The section of a bundle that a packet belongs to (RFC 9143 §15). */
  public static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";

  /** The version of simulcast (RFC 8852). */
  public static final String RID = "urn:ietf:params:rtp-hdrext:sdes:rtp-stream-id";

  /** The version of simulcast that a retransmission repairs (RFC 8852). */
  public static final String REPAIRED_RID =
      "urn:ietf:params:rtp-hdrext:sdes:repaired-rtp-stream-id";

  /** The loudness of a packet (RFC 6464). */
  public static final String AUDIO_LEVEL = "urn:ietf:params:rtp-hdrext:ssrc-audio-level";

  /** How long a packet waited after its timestamp (RFC 5450). */
  public static final String TRANSMISSION_OFFSET = "urn:ietf:params:rtp-hdrext:toffset";

  /** How pictures are to be turned (3GPP TS 26.114). */
  public static final String VIDEO_ORIENTATION = "urn:3gpp:video-orientation";

  /** When a packet was sent, in 24 bits. */
  public static final String ABSOLUTE_SEND_TIME =
      "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";

  /** A count of packets over all media, for congestion control. */
  public static final String TRANSPORT_WIDE_CC =
      "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01";

  /** How long the receiver should hold pictures back. */
  public static final String PLAYOUT_DELAY =
      "http://www.webrtc.org/experiments/rtp-hdrext/playout-delay";

  /** Which pictures a picture depends on. */
  public static final String DEPENDENCY_DESCRIPTOR =
      "https://aomediacodec.github.io/av1-rtp-spec/#dependency-descriptor-rtp-header-extension";

  /** One that is used both ways. */
  public static HeaderExtension of(MediaKind kind, String uri) {
    return new HeaderExtension(kind, uri, Direction.SENDRECV);
  }
}
