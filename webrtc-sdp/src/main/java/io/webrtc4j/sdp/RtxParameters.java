package io.webrtc4j.sdp;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The parameters of retransmissions (RFC 4588 §8.1).
 *
 * @param associatedPayloadType what is retransmitted, {@code apt}; 0 to 127
 * @param rtxTimeMillis how long packets are kept for it, if that is said
 */
public record RtxParameters(int associatedPayloadType, OptionalInt rtxTimeMillis) {
  /** Parameters by their values. */
  public RtxParameters {
    Grammar.requireRange("apt", associatedPayloadType, 0, RtpmapAttribute.MAX_PAYLOAD_TYPE);
  }

  /** Reads them; empty if {@code apt} is missing or no payload type. */
  public static Optional<RtxParameters> of(FmtpAttribute fmtp) {
    FormatParameters parameters = new FormatParameters(fmtp);
    OptionalInt apt = parameters.number("apt", 0, RtpmapAttribute.MAX_PAYLOAD_TYPE);
    return apt.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new RtxParameters(apt.getAsInt(), parameters.number("rtx-time", 0, Integer.MAX_VALUE)));
  }
}
