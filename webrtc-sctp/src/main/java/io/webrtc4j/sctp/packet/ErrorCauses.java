package io.webrtc4j.sctp.packet;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;

/** Reads the causes of an ERROR or ABORT chunk. */
final class ErrorCauses {
  private ErrorCauses() {}

  /** Reads causes up to the first malformed one: what they are in matters more than they do. */
  static List<ErrorCause> parseLeniently(ByteReader in) {
    List<ErrorCause> causes = new ArrayList<>();
    TlvReader tlv = new TlvReader(in);
    try {
      while (tlv.next()) {
        causes.add(parseOne(tlv.type(), tlv.value()));
      }
    } catch (DecodeException malformed) {
      return List.copyOf(causes);
    }
    return List.copyOf(causes);
  }

  private static ErrorCause parseOne(int code, ByteReader value) throws DecodeException {
    return switch (code) {
      case CauseCode.INVALID_STREAM_IDENTIFIER -> InvalidStreamIdentifier.parse(value);
      case CauseCode.MISSING_MANDATORY_PARAMETER -> MissingMandatoryParameter.parse(value);
      case CauseCode.STALE_COOKIE -> StaleCookie.parse(value);
      case CauseCode.OUT_OF_RESOURCE -> new OutOfResource();
      case CauseCode.UNRESOLVABLE_ADDRESS -> UnresolvableAddress.parse(value);
      case CauseCode.UNRECOGNIZED_CHUNK_TYPE -> UnrecognizedChunkType.parse(value);
      case CauseCode.INVALID_MANDATORY_PARAMETER -> new InvalidMandatoryParameter();
      case CauseCode.UNRECOGNIZED_PARAMETERS -> UnrecognizedParameters.parse(value);
      case CauseCode.NO_USER_DATA -> NoUserData.parse(value);
      case CauseCode.COOKIE_RECEIVED_WHILE_SHUTTING_DOWN -> new CookieReceivedWhileShuttingDown();
      case CauseCode.RESTART_WITH_NEW_ADDRESSES -> RestartWithNewAddresses.parse(value);
      case CauseCode.USER_INITIATED_ABORT -> UserInitiatedAbort.parse(value);
      case CauseCode.PROTOCOL_VIOLATION -> ProtocolViolation.parse(value);
      default -> new UnknownCause(code, OpaqueBytes.of(value.rest()));
    };
  }
}
