package io.webrtc4j.ice;

/** A candidate of the peer's: what it signalled, or until then what its checks revealed. */
final class RemoteCandidate {
  private IceCandidate candidate;
  private boolean signalled;

  RemoteCandidate(IceCandidate candidate, boolean signalled) {
    this.candidate = candidate;
    this.signalled = signalled;
  }

  IceCandidate candidate() {
    return candidate;
  }

  boolean isSignalled() {
    return signalled;
  }

  /** Takes over what the peer says about this candidate (RFC 8445 §7.3.1.3). */
  void signalledAs(IceCandidate description) {
    candidate = description;
    signalled = true;
  }
}
