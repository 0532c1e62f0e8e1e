package io.webrtc4j.session;

import io.webrtc4j.ice.IcePath;

/** A datagram on the simulated network. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Datagram(IcePath path, byte[] payload) {

  /** The path as the receiver sees it. */
  IcePath reversed() {
    return new IcePath(path.remote(), path.local());
  }
}
