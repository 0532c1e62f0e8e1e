package io.webrtc4j.sctp.rx;

import io.webrtc4j.sctp.packet.DataChunk;
import org.jspecify.annotations.Nullable;

/**
 * Fragments of one message with successive TSNs. Runs grow and merge until one has a beginning and
 * an ending.
 */
final class MessageRun {
  private static final class Fragment {
    final byte[] payload;
    @Nullable Fragment next;

    Fragment(byte[] payload) {
      this.payload = payload;
    }
  }

  private final int streamId;
  private final int ssn;
  private final boolean unordered;
  private final int firstTsn;
  private final int ppid;
  private final boolean hasBeginning;
  private int lastTsn;
  private boolean hasEnding;
  private long bytes;
  private long heldBytes;
  private int heldPieces;
  private boolean discarded;
  private @Nullable Fragment head;
  private @Nullable Fragment tail;

  /** A run of one fragment, whose payload is copied. */
  MessageRun(DataChunk chunk) {
    streamId = chunk.streamId();
    ssn = chunk.ssn();
    unordered = chunk.isUnordered();
    ppid = chunk.ppid();
    firstTsn = chunk.tsn();
    lastTsn = firstTsn;
    hasBeginning = chunk.isBeginning();
    hasEnding = chunk.isEnding();
    bytes = chunk.payloadLength();
    heldBytes = bytes;
    heldPieces = 1;
    head = new Fragment(chunk.payload());
    tail = head;
  }

  /** Whether {@code next}, whose TSNs follow, can belong to the same message. */
  boolean precedes(MessageRun next) {
    return !hasEnding
        && !next.hasBeginning
        && streamId == next.streamId
        && unordered == next.unordered
        && (unordered || ssn == next.ssn);
  }

  /** Whether {@code next}, whose TSN follows, can belong to the same message. */
  boolean precedes(DataChunk next) {
    return !hasEnding
        && !next.isBeginning()
        && streamId == next.streamId()
        && unordered == next.isUnordered()
        && (unordered || ssn == next.ssn());
  }

  /** Appends {@code next}, whose TSN follows, and whose payload is copied. */
  void append(DataChunk next) {
    lastTsn = next.tsn();
    hasEnding = next.isEnding();
    bytes += next.payloadLength();
    heldBytes += next.payloadLength();
    heldPieces++;
    if (tail != null) {
      tail.next = new Fragment(next.payload());
      tail = tail.next;
    }
  }

  /** Whether a message ends here and another begins with {@code next}, whose TSNs follow. */
  boolean isSeparateFrom(MessageRun next) {
    return hasEnding && next.hasBeginning;
  }

  /** Appends {@code next}, whose TSNs follow. */
  void append(MessageRun next) {
    lastTsn = next.lastTsn;
    hasEnding = next.hasEnding;
    bytes += next.bytes;
    heldBytes += next.heldBytes;
    heldPieces += next.heldPieces;
    discarded |= next.discarded;
    if (tail != null && next.head != null) {
      tail.next = next.head;
      tail = next.tail;
    }
  }

  /** Forgets the payload so far: the message is larger than we accept. */
  void discardPayload() {
    discarded = true;
    heldBytes = 0;
    heldPieces = 0;
    head = null;
    tail = null;
  }

  boolean isComplete() {
    return hasBeginning && hasEnding;
  }

  boolean hasBeginning() {
    return hasBeginning;
  }

  boolean hasEnding() {
    return hasEnding;
  }

  int firstTsn() {
    return firstTsn;
  }

  int lastTsn() {
    return lastTsn;
  }

  /** The message's length as far as it is known. */
  long bytes() {
    return bytes;
  }

  /** Payload bytes in memory. */
  long heldBytes() {
    return heldBytes;
  }

  /** Fragments in memory. */
  int heldPieces() {
    return heldPieces;
  }

  /** The message; a discarded one has lost its payload. */
  InboundMessage toMessage() {
    byte[] payload = new byte[discarded ? 0 : (int) bytes];
    int at = 0;
    for (Fragment piece = discarded ? null : head; piece != null; piece = piece.next) {
      System.arraycopy(piece.payload, 0, payload, at, piece.payload.length);
      at += piece.payload.length;
    }
    return new InboundMessage(streamId, ppid, unordered, ssn, firstTsn, discarded, payload);
  }
}
