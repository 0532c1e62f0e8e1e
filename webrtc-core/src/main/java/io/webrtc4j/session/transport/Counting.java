package io.webrtc4j.session.transport;

/** The running figures behind {@link TransportCounters}. */
final class Counting {
  long received;
  long receivedBytes;
  long sent;
  long sentBytes;
  long dataReceived;
  long dataReceivedBytes;
  long dataSent;
  long dataSentBytes;
  long unknown;
  long unexpected;
  long invalidPath;

  TransportCounters snapshot() {
    return new TransportCounters(
        received,
        receivedBytes,
        sent,
        sentBytes,
        dataReceived,
        dataReceivedBytes,
        dataSent,
        dataSentBytes,
        unknown,
        unexpected,
        invalidPath);
  }
}
