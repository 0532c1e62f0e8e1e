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

  /** More than that many records of a datagram's usual size. */
  static final int MAX_BYTES = 32 * 1024;

  private final RecordCounters counters;
  private final ArrayDeque<byte[]> records = new ArrayDeque<>();
  private int bytes;

  /** None yet; what does not fit is counted in {@code counters}. */
  public EarlyRecords(RecordCounters counters) {
    this.counters = counters;
  }

  /** Keeps a copy of the record. */
  public void add(RecordCursor record) {
    int length = record.end() - record.start();
    if (records.size() < MAX_RECORDS && bytes + length <= MAX_BYTES) {
      bytes += length;
      records.add(Arrays.copyOfRange(record.array(), record.start(), record.end()));
    } else {
      counters.overflowed++;
    }
  }

  /** The oldest, taken out, or null. */
  public @Nullable PacketBuffer poll() {
    byte[] record = records.poll();
    if (record == null) {
      return null;
    }
    bytes -= record.length;
    return PacketBuffer.wrap(record);
  }

  /** Forgets all. */
  public void clear() {
    records.clear();
    bytes = 0;
  }
}
