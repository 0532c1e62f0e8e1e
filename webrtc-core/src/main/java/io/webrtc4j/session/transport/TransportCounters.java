package io.webrtc4j.session.transport;

/**
 * Datagrams that came in and went out, and those dropped before any protocol saw them.
 *
 * @param received datagrams received
 * @param receivedBytes their payload in bytes
 * @param sent datagrams sent
 * @param sentBytes their payload in bytes
 * @param dataReceived of those received, all but STUN
 * @param dataReceivedBytes their payload in bytes
 * @param dataSent of those sent, all but STUN
 * @param dataSentBytes their payload in bytes
 * @param unknown dropped: none of the protocols of RFC 7983
 * @param unexpected dropped: a protocol that is not in use, or not yet
 * @param invalidPath dropped: from an address that ICE has not verified
 */
public record TransportCounters(
    long received,
    long receivedBytes,
    long sent,
    long sentBytes,
    long dataReceived,
    long dataReceivedBytes,
    long dataSent,
    long dataSentBytes,
    long unknown,
    long unexpected,
    long invalidPath) {
  /** Before anything came or went. */
  public static final TransportCounters NONE =
      new TransportCounters(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** The sums of both. */
  public TransportCounters plus(TransportCounters other) {
    return new TransportCounters(
        received + other.received,
        receivedBytes + other.receivedBytes,
        sent + other.sent,
        sentBytes + other.sentBytes,
        dataReceived + other.dataReceived,
        dataReceivedBytes + other.dataReceivedBytes,
        dataSent + other.dataSent,
        dataSentBytes + other.dataSentBytes,
        unknown + other.unknown,
        unexpected + other.unexpected,
        invalidPath + other.invalidPath);
  }
}
