package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.dtls.crypto.HashAlgorithm;
import io.webrtc4j.dtls.handshake.HandshakeMessage;

/**
 * All messages so far, of both sides, as they are hashed and signed (RFC 6347 §4.2.6): unfragmented
 * and without what came before a cookie. Its size is bounded by the number of states.
 */
final class Transcript {
  private ByteWriter messages = ByteWriter.growing();

  void add(HandshakeMessage message) {
    messages.bytes(message.encode());
  }

  byte[] bytes() {
    return messages.toByteArray();
  }

  byte[] hash(HashAlgorithm algorithm) {
    return algorithm.hash(bytes());
  }

  void clear() {
    messages = ByteWriter.growing();
  }
}
