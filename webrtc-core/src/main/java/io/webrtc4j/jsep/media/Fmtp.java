package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters of a {@link Codec} as an attribute, and back. */
final class Fmtp {
  private static final int ANY_PAYLOAD_TYPE = 0;

  private Fmtp() {}

  /** To read parameters; the payload type means nothing. */
  static Optional<FmtpAttribute> of(String parameters) {
    return of(ANY_PAYLOAD_TYPE, parameters);
  }

  /** The line; empty where there are no parameters. */
  static Optional<FmtpAttribute> of(int payloadType, String parameters) {
    List<Parameter> list = new ArrayList<>();
    for (String part : parameters.split(";", -1)) {
      String text = part.strip();
      int equals = text.indexOf('=');
      if (equals > 0) {
        list.add(
            new Parameter(text.substring(0, equals).strip(), text.substring(equals + 1).strip()));
      } else if (equals < 0 && !text.isEmpty()) {
        list.add(new Parameter(text, null));
      }
    }
    return list.isEmpty() ? Optional.empty() : Optional.of(FmtpAttribute.of(payloadType, list));
  }

  /** What stands behind the payload type. */
  static String text(FmtpAttribute fmtp) {
    return String.join(";", fmtp.parameters().stream().map(Parameter::toString).toList());
  }
}
