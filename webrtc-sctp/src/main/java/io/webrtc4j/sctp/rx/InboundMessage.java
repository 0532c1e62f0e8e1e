package io.webrtc4j.sctp.rx;

/**
 * A message of the peer, whole.
 *
 * @param ssn its stream sequence number, which means nothing if it is unordered
 * @param firstTsn the TSN of its first fragment
 * @param tooLarge whether it was larger than we accept, so that its payload was thrown away
 */
@SuppressWarnings("ArrayRecordComponent") // The payload is handed on, never compared.
public record InboundMessage(
    int streamId,
    int ppid,
    boolean unordered,
    int ssn,
    int firstTsn,
    boolean tooLarge,
    byte[] payload) {}
