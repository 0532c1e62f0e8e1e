package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What redundant data repeats (RFC 2198 §5): payload types, the primary one first.
 *
 * @param payloadTypes 0 to 127 each; at least one
 */
public record RedParameters(List<Integer> payloadTypes) {
  /** Parameters by their values. */
  public RedParameters {
    payloadTypes = List.copyOf(payloadTypes);
    if (payloadTypes.isEmpty()) {
      throw new IllegalArgumentException("at least one payload type is needed");
    }
    payloadTypes.forEach(
        type -> Grammar.requireRange("payload type", type, 0, RtpmapAttribute.MAX_PAYLOAD_TYPE));
  }

  /** Reads them, from a form such as {@code 111/111}; empty if it is another. */
  public static Optional<RedParameters> of(FmtpAttribute fmtp) {
    if (fmtp.parameters().size() != 1 || fmtp.parameters().get(0).value() != null) {
      return Optional.empty();
    }
    List<Integer> types = new ArrayList<>();
    for (String type : fmtp.parameters().get(0).name().split("/", -1)) {
      OptionalInt number = FormatParameters.parse(type, 0, RtpmapAttribute.MAX_PAYLOAD_TYPE);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      types.add(number.getAsInt());
    }
    return Optional.of(new RedParameters(types));
  }
}
