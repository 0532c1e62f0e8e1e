package io.webrtc4j;

import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link RTCIceCandidate} says of itself, by "create an RTCIceCandidate" of W3C WebRTC
 * §4.8.1.1.
 */
record CandidateFields(
    String foundation,
    RTCIceComponent component,
    long priority,
    String address,
    RTCIceProtocol protocol,
    int port,
    RTCIceCandidateType type,
    @Nullable RTCIceTcpCandidateType tcpType,
    @Nullable String relatedAddress,
    @Nullable Integer relatedPort) {

  /** Null if the text is malformed, or a field has a value that the W3C has no name for. */
  static @Nullable CandidateFields parse(String text) {
    try {
      return text.isEmpty() ? null : of(CandidateAttribute.parse(text));
    } catch (SdpParseException e) {
      return null;
    }
  }

  private static @Nullable CandidateFields of(CandidateAttribute line) {
    RTCIceComponent component = component(line.component());
    RTCIceProtocol protocol = named(RTCIceProtocol.values(), line.transport());
    RTCIceCandidateType type = named(RTCIceCandidateType.values(), line.candidateType());
    if (component == null || protocol == null || type == null) {
      return null;
    }
    RTCIceTcpCandidateType tcpType = null;
    if (protocol == RTCIceProtocol.TCP && line.tcpType().isPresent()) {
      tcpType = named(RTCIceTcpCandidateType.values(), line.tcpType().get());
      if (tcpType == null) {
        return null;
      }
    }
    boolean derived = type != RTCIceCandidateType.HOST;
    return new CandidateFields(
        line.foundation(),
        component,
        line.priority(),
        line.address(),
        protocol,
        line.port(),
        type,
        tcpType,
        derived ? line.relatedAddress().orElse(null) : null,
        derived && line.relatedPort().isPresent() ? line.relatedPort().getAsInt() : null);
  }

  private static @Nullable RTCIceComponent component(int id) {
    return switch (id) {
      case 1 -> RTCIceComponent.RTP;
      case 2 -> RTCIceComponent.RTCP;
      default -> null;
    };
  }

  /** RFC 8839 §5.1: what is known is compared without regard to case. */
  private static <E extends Enum<E>> @Nullable E named(E[] values, String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    for (E value : values) {
      if (value.toString().equals(lowerCase)) {
        return value;
      }
    }
    return null;
  }
}
