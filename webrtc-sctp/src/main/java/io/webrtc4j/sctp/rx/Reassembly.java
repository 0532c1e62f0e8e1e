package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.DataChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  /**
   * Whether the TSN after {@link #skippedTo} may be a fragment of an abandoned message: no FORWARD
   * TSN says where the message ends.
   */
  private boolean skipping;

  private int skippedTo;

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
    InboundMessage message = null;
    if (!isSkipped(chunk, cumulativeTsn)) {
      message =
          chunk.isBeginning() && chunk.isEnding()
              ? unfragmented(chunk, wasNext)
              : fragment(chunk, cumulativeTsn, wasNext);
    }
    settle(cumulativeTsn);
    return message;
  }

  /**
   * Forgets all fragments up to {@code forwardedTo}, which the peer abandons (RFC 3758 §3.6), and
   * what follows of the last one's message.
   *
   * @param before the cumulative TSN before
   * @param cumulativeTsn the cumulative TSN now
   */
  void forwardTo(int before, int forwardedTo, int cumulativeTsn) throws ContradictionException {
    if (inOrder != null) {
      release(inOrder);
      inOrder = null;
    }
    MessageRun last = null;
    for (MessageRun run : begunIn(before, forwardedTo)) {
      discard(run);
      last = SerialNumber.isLess32(forwardedTo, run.lastTsn()) ? run : last;
    }
    if (last == null) {
      skipAfter(forwardedTo, cumulativeTsn);
    } else {
      skipped(last, cumulativeTsn);
    }
    settle(cumulativeTsn);
  }

  /** The runs whose first TSN lies after {@code before} and not after {@code last}. */
  private List<MessageRun> begunIn(int before, int last) {
    // Whichever is fewer, so that no FORWARD TSN makes much work.
    int distance = last - before;
    if (distance < byFirstTsn.size()) {
      List<MessageRun> runs = new ArrayList<>();
      for (int i = 1; i <= distance; i++) {
        MessageRun run = byFirstTsn.get(before + i);
        if (run != null) {
          runs.add(run);
        }
      }
      return runs;
    }
    return byFirstTsn.values().stream()
        .filter(run -> SerialNumber.isLessOrEqual32(run.firstTsn(), last))
        .toList();
  }

  /** What follows {@code tsn} without a beginning belongs to an abandoned message. */
  private void skipAfter(int tsn, int cumulativeTsn) {
    MessageRun rest = byFirstTsn.get(tsn + 1);
    if (rest != null && !rest.hasBeginning()) {
      discard(rest);
      skipped(rest, cumulativeTsn);
    } else {
      skippedTo = tsn;
      skipping = tsn == cumulativeTsn;
    }
  }

  /** The run belonged to an abandoned message, of which there may be more. */
  private void skipped(MessageRun run, int cumulativeTsn) {
    skippedTo = run.lastTsn();
    skipping = skippedTo == cumulativeTsn && !run.hasEnding();
  }

  /** Whether the chunk is the rest of an abandoned message, or some of it. */
  private boolean isSkipped(DataChunk chunk, int cumulativeTsn) {
    if (!skipping || chunk.tsn() != skippedTo + 1) {
      return false;
    }
    skipping = false;
    if (!chunk.isBeginning() && !chunk.isEnding()) {
      skipAfter(chunk.tsn(), cumulativeTsn);
    }
    return !chunk.isBeginning();
  }

  private void discard(MessageRun run) {
    forget(run);
    release(run);
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
