package io.webrtc4j.testkit;

/** A datagram somewhere on the network, with the line of the log that tells its fate. */
record Transit(Datagram datagram, LoggedPacket log) {
  Transit with(Datagram translated) {
    return new Transit(translated, log);
  }
}
