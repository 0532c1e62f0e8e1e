package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordCursor;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Encrypted records that overtook what makes their keys. Keeping a few spares a retransmission (RFC
 * 6347 §4.1 allows both).
 */
public final class EarlyRecords {
  /** A Finished and the first application data. */
  static final int MAX_RECORDS = 16;

  private final RecordCounters counters;
  private final ArrayDeque<byte[]> records = new ArrayDeque<>();

  /** None yet; what does not fit is counted in {@code counters}. */
  public EarlyRecords(RecordCounters counters) {
    this.counters = counters;
  }

  /** Keeps a copy of the record. */
  public void add(RecordCursor record) {
    if (records.size() < MAX_RECORDS) {
      records.add(Arrays.copyOfRange(record.array(), record.start(), record.end()));
    } else {
      counters.overflowed++;
    }
  }

  /** The oldest, taken out, or null. */
  public @Nullable PacketBuffer poll() {
    byte[] record = records.poll();
    return record == null ? null : PacketBuffer.wrap(record);
  }

  /** Forgets all. */
  public void clear() {
    records.clear();
  }
}
