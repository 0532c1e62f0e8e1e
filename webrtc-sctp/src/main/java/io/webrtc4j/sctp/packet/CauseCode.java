package io.webrtc4j.sctp.packet;

/** Numbers of error causes (RFC 9260 §3.3.10). */
final class CauseCode {
  static final int INVALID_STREAM_IDENTIFIER = 1;
  static final int MISSING_MANDATORY_PARAMETER = 2;
  static final int STALE_COOKIE = 3;
  static final int OUT_OF_RESOURCE = 4;
  static final int UNRESOLVABLE_ADDRESS = 5;
  static final int UNRECOGNIZED_CHUNK_TYPE = 6;
  static final int INVALID_MANDATORY_PARAMETER = 7;
  static final int UNRECOGNIZED_PARAMETERS = 8;
  static final int NO_USER_DATA = 9;
  static final int COOKIE_RECEIVED_WHILE_SHUTTING_DOWN = 10;
  static final int RESTART_WITH_NEW_ADDRESSES = 11;
  static final int USER_INITIATED_ABORT = 12;
  static final int PROTOCOL_VIOLATION = 13;

  private CauseCode() {}
}
