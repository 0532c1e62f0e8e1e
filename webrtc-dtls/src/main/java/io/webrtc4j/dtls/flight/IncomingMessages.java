package io.webrtc4j.dtls.flight;

import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The peer's messages, whole and in order of message_seq (RFC 6347 §4.2.2), made of fragments that
 * come in any order. Messages that are ahead of their turn wait here, within bounds.
 */
public final class IncomingMessages {
  /** A flight has five messages at most; what is further ahead comes again. */
  static final int MAX_AHEAD = 8;

  /** Bodies are a few hundred bytes; a chain of RSA certificates a few thousand. */
  static final int MAX_BODY = 16 * 1024;

  private final RecordCounters counters;
  private final Map<Integer, MessageAssembly> assemblies = new HashMap<>();
  private int nextSeq;

  /** Without a message yet; what is dropped is counted in {@code counters}. */
  public IncomingMessages(RecordCounters counters) {
    this.counters = counters;
  }

  /** The message_seq of the message whose turn it is. */
  public int nextSeq() {
    return nextSeq;
  }

  /** Takes a fragment that came in a record of {@code epoch}. */
  public void add(HandshakeFragment fragment, int epoch) {
    int ahead = fragment.messageSeq() - nextSeq;
    if (ahead < 0) {
      return; // Had it: an ordinary retransmission.
    }
    if (ahead >= MAX_AHEAD || fragment.length() > MAX_BODY || epoch != epochOf(fragment.type())) {
      counters.unexpected++;
      return;
    }
    MessageAssembly assembly =
        assemblies.computeIfAbsent(fragment.messageSeq(), seq -> new MessageAssembly(fragment));
    if (!assembly.add(fragment)) {
      counters.malformed++;
    }
  }

  /** The next message in order if it is complete, or null. */
  public @Nullable HandshakeMessage poll() {
    MessageAssembly assembly = assemblies.get(nextSeq);
    if (assembly == null || !assembly.isComplete()) {
      return null;
    }
    assemblies.remove(nextSeq);
    nextSeq++;
    return assembly.message();
  }

  /** Forgets what waits. */
  public void clear() {
    assemblies.clear();
  }

  /**
   * Finished is the one encrypted message of a first handshake. That its epoch is checked here says
   * all that ChangeCipherSpec could say, and keeps forged ones in the clear out of its place.
   */
  private static int epochOf(int type) {
    return type == HandshakeType.FINISHED
        ? RecordLayer.ENCRYPTED_EPOCH
        : RecordLayer.PLAINTEXT_EPOCH;
  }
}
