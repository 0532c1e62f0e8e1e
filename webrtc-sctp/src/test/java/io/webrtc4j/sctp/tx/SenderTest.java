package io.webrtc4j.sctp.tx;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import io.webrtc4j.sctp.packet.SackChunk;
import java.util.ArrayList;
import java.util.List;

/** A sender to which messages and SACKs are given one by one. TSNs are counted from the first. */
abstract class SenderTest {
  static final int FIRST = 0xfffffffe;
  static final int PACKET = 1172;
  static final int FULL = 1144;
  static final long WINDOW = 1_000_000;
  static final int[] NONE = {};
  static final SendLimits ONCE = SendLimits.retransmits(0);

  final SendQueue queue = new SendQueue();
  final RtoEstimator rto =
      new RtoEstimator(Deadline.millis(500), Deadline.millis(400), Deadline.seconds(3));
  DataSender sender = new DataSender(queue, rto, FIRST, WINDOW, PACKET, true);
  long now = Deadline.seconds(5);

  void send(int stream, int length, SendLimits limits) {
    queue.add(new OutboundMessage(stream, 53, false, new byte[length], true, limits));
    sender.allowBurst();
  }

  void send(int messages, SendLimits limits) {
    for (int i = 0; i < messages; i++) {
      send(1, FULL, limits);
    }
  }

  SendLimits lifetime(long millis) {
    return SendLimits.until(now + Deadline.millis(millis));
  }

  /** The TSNs of all packets that go out now. */
  List<Integer> packets() {
    List<Integer> tsns = new ArrayList<>();
    PacketBuffer out = PacketBuffer.allocate(PACKET, 12);
    while (sender.canSend() && sender.fill(out, PACKET - 12, now)) {
      tsns.addAll(tsns(out));
      out.clear();
    }
    sender.endSending();
    return tsns;
  }

  static List<Integer> tsns(PacketBuffer out) {
    List<Integer> tsns = new ArrayList<>();
    out.bounds(0, out.end());
    ChunkReader chunks = new ChunkReader(out);
    DataChunk chunk = new DataChunk();
    try {
      while (chunks.next()) {
        chunk.wrap(chunks);
        tsns.add(chunk.tsn() - FIRST);
      }
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return tsns;
  }

  void sack(int cumulative, int... gaps) {
    sackWith(WINDOW, cumulative, gaps);
  }

  void sackWith(long window, int cumulative, int... gaps) {
    assertThat(sender.handleSack(new SackChunk(FIRST + cumulative, window, gaps, NONE), now))
        .isTrue();
  }

  /** Everything after the cumulative TSN is acknowledged but the next, chunk by chunk. */
  void missTheFirstOf(int chunks) {
    for (int end = 2; end <= chunks; end++) {
      sack(-1, 2, end);
    }
  }

  void passes(long millis) {
    now += Deadline.millis(millis);
    queue.expire(now);
    sender.expire(now);
  }

  void t3Expires() {
    now = sender.nextDeadline();
    assertThat(sender.handleTimeout(now)).isTrue();
  }

  ForwardTsnChunk forwardTsn() {
    return sender.pollForwardTsn(PACKET - 12, now);
  }

  static ForwardTsnChunk forwardTsn(int tsn, Skipped... skipped) {
    return new ForwardTsnChunk(FIRST + tsn, List.of(skipped));
  }
}
