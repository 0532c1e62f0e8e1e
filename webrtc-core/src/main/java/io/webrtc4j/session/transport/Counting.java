package io.webrtc4j.session.transport;

/** The running figures behind {@link TransportCounters}. */
final class Counting {
  long received;
  long receivedBytes;
  long sent;
  long sentBytes;
  long unknown;
  long unexpected;
  long invalidPath;

  TransportCounters snapshot() {
    return new TransportCounters(
        received, receivedBytes, sent, sentBytes, unknown, unexpected, invalidPath);
  }
}
