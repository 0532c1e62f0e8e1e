package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the parameters of a chunk and does with unknown ones what RFC 9260 §3.2.1 says. */
public final class Parameters {
  private Parameters() {}

  /**
   * Reads all parameters. An unknown one is kept as {@link UnknownParameter}; one whose high bit
   * says so ends the list.
   */
  public static List<Parameter> parse(ByteReader in) throws DecodeException {
    List<Parameter> parameters = new ArrayList<>();
    TlvReader tlv = new TlvReader(in);
    while (tlv.next()) {
      Parameter parameter = parseOne(tlv.type(), tlv.value());
      parameters.add(parameter);
      if (parameter instanceof UnknownParameter
          && !ParameterType.skipsIfUnrecognized(parameter.type())) {
        break;
      }
    }
    return List.copyOf(parameters);
  }

  /** Those of {@code parameters} that are unknown and want to be reported (§3.2.2). */
  public static List<UnknownParameter> toReport(List<Parameter> parameters) {
    List<UnknownParameter> report = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (parameter instanceof UnknownParameter unknown
          && ParameterType.reportsIfUnrecognized(unknown.type())) {
        report.add(unknown);
      }
    }
    return report;
  }

  /** The first of {@code parameters} that is a {@code kind}. */
  public static <T extends Parameter> Optional<T> first(List<Parameter> parameters, Class<T> kind) {
    return parameters.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  private static Parameter parseOne(int type, ByteReader value) throws DecodeException {
    return switch (type) {
      case ParameterType.HEARTBEAT_INFO -> HeartbeatInfo.parse(value);
      case ParameterType.STATE_COOKIE -> StateCookie.parse(value);
      case ParameterType.UNRECOGNIZED_PARAMETER -> UnrecognizedParameter.parse(value);
      case ParameterType.COOKIE_PRESERVATIVE -> CookiePreservative.parse(value);
      case ParameterType.IPV4_ADDRESS,
          ParameterType.IPV6_ADDRESS,
          ParameterType.HOST_NAME_ADDRESS,
          ParameterType.SUPPORTED_ADDRESS_TYPES ->
          AddressParameter.parse(type, value);
      case ParameterType.OUTGOING_SSN_RESET_REQUEST -> OutgoingSsnResetRequest.parse(value);
      case ParameterType.INCOMING_SSN_RESET_REQUEST -> IncomingSsnResetRequest.parse(value);
      case ParameterType.SSN_TSN_RESET_REQUEST -> SsnTsnResetRequest.parse(value);
      case ParameterType.RE_CONFIG_RESPONSE -> ReConfigResponse.parse(value);
      case ParameterType.ADD_OUTGOING_STREAMS_REQUEST -> AddOutgoingStreamsRequest.parse(value);
      case ParameterType.ADD_INCOMING_STREAMS_REQUEST -> AddIncomingStreamsRequest.parse(value);
      case ParameterType.SUPPORTED_EXTENSIONS -> SupportedExtensions.parse(value);
      case ParameterType.FORWARD_TSN_SUPPORTED -> new ForwardTsnSupported();
      default -> new UnknownParameter(type, OpaqueBytes.of(value.rest()));
    };
  }
}
