package io.webrtc4j.sctp.rx;

import io.webrtc4j.common.SerialNumber;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All of the peer's streams, and the messages that are ready to be taken. */
final class InboundStreams {
  /** What waits until the peer's streams are reset (RFC 6525 §5.2.2 E2). */
  private record Deferred(int lastTsn, Set<Integer> streams, List<InboundMessage> held) {
    boolean holds(InboundMessage message) {
      return SerialNumber.isLess32(lastTsn, message.firstTsn())
          && (streams.isEmpty() || streams.contains(message.streamId()));
    }
  }

  private final ReceiveWindow window;
  private final int count;
  private final Queue<InboundMessage> delivered = new ArrayDeque<>();
  // By number: an array would let one small packet on the last stream take 256 KiB.
  private final Map<Integer, InboundStream> streams = new HashMap<>();
  private @Nullable Deferred deferred;

  InboundStreams(ReceiveWindow window, int count) {
    this.window = window;
    this.count = count;
  }

  boolean exists(int streamId) {
    return streamId < count;
  }

  void add(InboundMessage message) {
    if (deferred != null && deferred.holds(message)) {
      deferred.held().add(message);
      window.retain(message.payload().length);
    } else if (message.unordered()) {
      delivered.add(message);
    } else {
      stream(message.streamId()).add(message, delivered);
    }
  }

  /** The next message in order, or null. */
  @Nullable InboundMessage poll() {
    return delivered.poll();
  }

  /** Holds what comes after {@code lastTsn} on {@code ids} (all if empty) until a reset. */
  void deferReset(int lastTsn, List<Integer> ids) {
    if (deferred == null) {
      deferred = new Deferred(lastTsn, new HashSet<>(ids), new ArrayList<>());
    }
  }

  /** Begins {@code ids} (all if empty) again with SSN 0. */
  void reset(List<Integer> ids) {
    if (ids.isEmpty()) {
      streams.values().forEach(InboundStream::reset);
    }
    for (int id : ids) {
      InboundStream stream = streams.remove(id);
      if (stream != null) {
        stream.reset();
      }
    }
  }

  /** Lets go of what was held until the reset. */
  void releaseHeld() {
    if (deferred == null) {
      return;
    }
    List<InboundMessage> held = deferred.held();
    deferred = null;
    for (InboundMessage message : held) {
      window.release(message.payload().length, 1);
      add(message);
    }
  }

  void skip(List<ForwardTsnChunk.Skipped> skipped) {
    for (ForwardTsnChunk.Skipped entry : skipped) {
      if (exists(entry.stream())) {
        stream(entry.stream()).skipTo(entry.ssn(), delivered);
      }
    }
  }

  private InboundStream stream(int id) {
    return streams.computeIfAbsent(id, first -> new InboundStream(window));
  }
}
