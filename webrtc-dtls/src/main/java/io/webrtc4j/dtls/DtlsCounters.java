package io.webrtc4j.dtls;

/**
 * What happened so far, for statistics. What is dropped is dropped in silence otherwise.
 *
 * @param datagramsReceived UDP payloads taken
 * @param datagramsSent datagrams of flights and alerts given out; application data not counted
 * @param flightRetransmissions flights sent again
 * @param malformedRecords records, fragments and alerts that are not what RFC 6347 says
 * @param unauthenticRecords records that did not decrypt
 * @param replayedRecords records that came before, or that are too old to tell
 * @param unexpectedRecords well-formed records that have no meaning at that moment
 * @param overflowedRecords records dropped because a queue was full
 * @param plaintextAlerts alerts that anyone on the path could have made
 */
public record DtlsCounters(
    long datagramsReceived,
    long datagramsSent,
    long flightRetransmissions,
    long malformedRecords,
    long unauthenticRecords,
    long replayedRecords,
    long unexpectedRecords,
    long overflowedRecords,
    long plaintextAlerts) {}
