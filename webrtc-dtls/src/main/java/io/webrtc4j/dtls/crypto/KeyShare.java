package io.webrtc4j.dtls.crypto;

import io.webrtc4j.common.DecodeException;

/** One side's half of an ephemeral Diffie-Hellman exchange. The private half stays inside. */
public interface KeyShare {
  /** The public half as it goes onto the wire. */
  byte[] publicKey();

  /**
   * The shared secret with the peer's half.
   *
   * @throws DecodeException if that is not a valid public key of the group
   */
  byte[] agree(byte[] peerPublicKey) throws DecodeException;
}
