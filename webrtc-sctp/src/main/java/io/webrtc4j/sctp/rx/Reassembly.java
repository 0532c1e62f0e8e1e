package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.DataChunk;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts fragments together (RFC 9260 §6.9). The fragments of a message have successive TSNs, so that
 * at most one incomplete message ends at the cumulative TSN; all others lie beyond a gap.
 */
final class Reassembly {
  private final ReceiveWindow window;
  private final long maxMessageSize;
  private final Map<Integer, MessageRun> byFirstTsn = new HashMap<>();
  private final Map<Integer, MessageRun> byLastTsn = new HashMap<>();

  /** The incomplete message that ends at the cumulative TSN: in the usual case the only one. */
  private @Nullable MessageRun inOrder;

  Reassembly(ReceiveWindow window, long maxMessageSize) {
    this.window = window;
    this.maxMessageSize = maxMessageSize;
  }

  /**
   * Adds a chunk, after its TSN was added to those received.
   *
   * @param cumulativeTsn the cumulative TSN, with this chunk
   * @param wasNext whether the chunk's TSN followed the cumulative TSN before
   * @return the message that the chunk completes, or null
   * @throws ContradictionException if the chunk does not fit its neighbours
   */
  @Nullable InboundMessage add(DataChunk chunk, int cumulativeTsn, boolean wasNext)
      throws ContradictionException {
    InboundMessage message =
        chunk.isBeginning() && chunk.isEnding()
            ? unfragmented(chunk, wasNext)
            : fragment(chunk, cumulativeTsn, wasNext);
    settle(cumulativeTsn);
    return message;
  }

  /** Forgets all fragments up to {@code cumulativeTsn}, which the peer abandons (RFC 3758 §3.6). */
  void forwardTo(int cumulativeTsn, int newCumulativeTsn) throws ContradictionException {
    if (inOrder != null) {
      release(inOrder);
      inOrder = null;
    }
    Iterator<MessageRun> runs = byFirstTsn.values().iterator();
    while (runs.hasNext()) {
      MessageRun run = runs.next();
      if (SerialNumber.isLessOrEqual32(run.firstTsn(), cumulativeTsn)) {
        runs.remove();
        byLastTsn.remove(run.lastTsn());
        release(run);
      }
    }
    settle(newCumulativeTsn);
  }

  private InboundMessage unfragmented(DataChunk chunk, boolean wasNext)
      throws ContradictionException {
    if (wasNext && inOrder != null) {
      throw new ContradictionException("a message begins inside another", chunk.tsn());
    }
    boolean tooLarge = chunk.payloadLength() > maxMessageSize;
    return new InboundMessage(
        chunk.streamId(),
        chunk.ppid(),
        chunk.isUnordered(),
        chunk.ssn(),
        chunk.tsn(),
        tooLarge,
        tooLarge ? new byte[0] : chunk.payload());
  }

  private @Nullable InboundMessage fragment(DataChunk chunk, int cumulativeTsn, boolean wasNext)
      throws ContradictionException {
    MessageRun left = takeLeft(chunk.tsn());
    if (left == null && wasNext && !chunk.isBeginning()) {
      throw new ContradictionException("a fragment without a beginning", chunk.tsn());
    }
    window.retain(chunk.payloadLength());
    MessageRun run;
    if (left != null && left.precedes(chunk)) {
      left.append(chunk);
      run = left;
    } else {
      run = new MessageRun(chunk);
      if (left != null) {
        requireSeparate(left, run);
        place(left, cumulativeTsn);
      }
    }
    MessageRun right = byFirstTsn.isEmpty() ? null : byFirstTsn.get(run.lastTsn() + 1);
    if (right != null && !run.isSeparateFrom(right)) {
      forget(right);
      run = join(run, right);
    }
    return place(run, cumulativeTsn);
  }

  private MessageRun join(MessageRun left, MessageRun right) throws ContradictionException {
    if (!left.precedes(right)) {
      throw new ContradictionException("fragments of different messages", right.firstTsn());
    }
    left.append(right);
    return left;
  }

  private static void requireSeparate(MessageRun left, MessageRun right)
      throws ContradictionException {
    if (!left.isSeparateFrom(right)) {
      throw new ContradictionException("fragments of different messages", right.firstTsn());
    }
  }

  private @Nullable MessageRun takeLeft(int tsn) {
    MessageRun left = inOrder;
    if (left != null && left.lastTsn() == tsn - 1) {
      inOrder = null;
      return left;
    }
    left = byLastTsn.isEmpty() ? null : byLastTsn.get(tsn - 1);
    if (left != null) {
      forget(left);
    }
    return left;
  }

  private @Nullable InboundMessage place(MessageRun run, int cumulativeTsn) {
    if (run.bytes() > maxMessageSize) {
      release(run);
      run.discardPayload();
    }
    if (run.isComplete()) {
      release(run);
      return run.toMessage();
    }
    if (run.lastTsn() == cumulativeTsn) {
      inOrder = run;
    } else {
      byFirstTsn.put(run.firstTsn(), run);
      byLastTsn.put(run.lastTsn(), run);
    }
    return null;
  }

  /** Makes the run that now ends at {@code cumulativeTsn} the one in order. */
  private void settle(int cumulativeTsn) throws ContradictionException {
    MessageRun reached = byLastTsn.isEmpty() ? null : byLastTsn.get(cumulativeTsn);
    if (reached == null) {
      return;
    }
    if (!reached.hasBeginning()) {
      throw new ContradictionException("a fragment without a beginning", reached.firstTsn());
    }
    forget(reached);
    inOrder = reached;
  }

  private void forget(MessageRun run) {
    byFirstTsn.remove(run.firstTsn());
    byLastTsn.remove(run.lastTsn());
  }

  private void release(MessageRun run) {
    window.release(run.heldBytes(), run.heldPieces());
  }
}
