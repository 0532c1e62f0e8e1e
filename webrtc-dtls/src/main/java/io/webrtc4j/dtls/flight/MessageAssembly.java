package io.webrtc4j.dtls.flight;

import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import java.util.Arrays;
import java.util.BitSet;

/**
 * One message being put together from fragments, which may come in any order, twice, and overlap
 * (RFC 6347 §4.2.3).
 */
final class MessageAssembly {
  private final int type;
  private final int messageSeq;
  private final byte[] body;
  private final BitSet received;

  /** An empty one for the message that {@code fragment} belongs to. */
  MessageAssembly(HandshakeFragment fragment) {
    this.type = fragment.type();
    this.messageSeq = fragment.messageSeq();
    this.body = new byte[fragment.length()];
    this.received = new BitSet(body.length);
  }

  /** Puts a fragment in its place; false if it contradicts what came before, which then stays. */
  boolean add(HandshakeFragment fragment) {
    if (fragment.type() != type || fragment.length() != body.length || contradicts(fragment)) {
      return false;
    }
    byte[] bytes = fragment.bytes();
    System.arraycopy(bytes, 0, body, fragment.offset(), bytes.length);
    received.set(fragment.offset(), fragment.offset() + bytes.length);
    return true;
  }

  private boolean contradicts(HandshakeFragment fragment) {
    byte[] bytes = fragment.bytes();
    int from = fragment.offset();
    int end = from + bytes.length;
    for (int i = received.nextSetBit(from); i >= 0 && i < end; i = received.nextSetBit(i)) {
      int runEnd = Math.min(end, received.nextClearBit(i));
      if (!Arrays.equals(body, i, runEnd, bytes, i - from, runEnd - from)) {
        return true;
      }
      i = runEnd;
    }
    return false;
  }

  boolean isComplete() {
    return received.nextClearBit(0) >= body.length;
  }

  HandshakeMessage message() {
    return new HandshakeMessage(type, messageSeq, body);
  }
}
