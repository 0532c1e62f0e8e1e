package io.webrtc4j.interop.media;

import io.webrtc4j.RTCBundlePolicy;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpTransceiverDirection;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The library's forms of what scenarios write as a page does. */
final class Dictionaries {
  private Dictionaries() {}

  static RTCConfiguration configuration(Map<String, ?> json) {
    RTCConfiguration.Builder builder = RTCConfiguration.builder();
    json.forEach(
        (member, value) -> {
          switch (member) {
            case "bundlePolicy" ->
                builder.bundlePolicy(named(RTCBundlePolicy.values(), value.toString()));
            case "iceCandidatePoolSize" -> builder.iceCandidatePoolSize((Integer) value);
            default -> throw new IllegalArgumentException("What is " + member + "?");
          }
        });
    return builder.build();
  }

  static RTCRtpTransceiverDirection direction(String name) {
    return named(RTCRtpTransceiverDirection.values(), name);
  }

  /** Versions of which each is twice the size of the one before. */
  static List<RTCRtpEncodingParameters> encodings(List<String> rids) {
    return IntStream.range(0, rids.size())
        .mapToObj(
            i ->
                RTCRtpEncodingParameters.builder()
                    .rid(rids.get(i))
                    .scaleResolutionDownBy(Math.pow(2, rids.size() - 1 - i))
                    .build())
        .toList();
  }

  /** The value that the W3C writes like this. */
  static <E extends Enum<E>> E named(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no " + name));
  }
}
