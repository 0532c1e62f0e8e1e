package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.FmtpAttribute.Parameter;
import io.webrtc4j.sdp.H264Parameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How H.264 is negotiated (RFC 6184 §8.2.2). */
final class H264 {
  private static final String PROFILE_LEVEL_ID = "profile-level-id";

  /**
   * Constrained Baseline, level 3.1, where nothing is said. RFC 6184 §8.1 has Baseline at level 1,
   * which nobody means who leaves it out; browsers take it this way.
   */
  private static final Parameter UNSAID = new Parameter(PROFILE_LEVEL_ID, "42e01f");

  private H264() {}

  /** Profile and packetization mode; the text itself where it makes no sense. */
  static String identity(String parameters) {
    return of(parameters).map(H264::identity).orElseGet(() -> "malformed " + parameters);
  }

  private static String identity(H264Parameters parameters) {
    String profile =
        parameters.profile() == H264Parameters.Profile.OTHER
            ? "profile_idc " + parameters.profileIdc()
            : parameters.profile().toString();
    return profile + " packetization-mode=" + parameters.packetizationMode();
  }

  /**
   * Our parameters for an answer: where one side does not allow each way a level of its own, the
   * lower level counts for both.
   *
   * @param ours matches {@code offered}
   */
  static String answer(String ours, String offered) {
    Optional<H264Parameters> our = of(ours);
    Optional<H264Parameters> their = of(offered);
    if (our.isEmpty() || their.isEmpty()) {
      return ours;
    }
    boolean asymmetry = our.get().levelAsymmetryAllowed() && their.get().levelAsymmetryAllowed();
    if (asymmetry || our.get().level() <= their.get().level()) {
      return ours;
    }
    return replaced(ours, new Parameter(PROFILE_LEVEL_ID, their.get().profileLevelId()));
  }

  private static Optional<H264Parameters> of(String parameters) {
    FmtpAttribute fmtp = Fmtp.of(parameters).orElseGet(() -> FmtpAttribute.of(0, List.of(UNSAID)));
    if (fmtp.parameter(PROFILE_LEVEL_ID).isEmpty()) {
      fmtp =
          FmtpAttribute.of(
              0, Stream.concat(fmtp.parameters().stream(), Stream.of(UNSAID)).toList());
    }
    return H264Parameters.of(fmtp);
  }

  private static String replaced(String parameters, Parameter replacement) {
    List<Parameter> others =
        Fmtp.of(parameters).stream()
            .flatMap(fmtp -> fmtp.parameters().stream())
            .filter(parameter -> !parameter.name().equalsIgnoreCase(replacement.name()))
            .toList();
    return Fmtp.text(
        FmtpAttribute.of(0, Stream.concat(others.stream(), Stream.of(replacement)).toList()));
  }
}
