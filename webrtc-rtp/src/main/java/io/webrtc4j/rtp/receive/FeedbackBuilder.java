package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.rtcp.TransportFeedback;
import java.util.ArrayList;
import java.util.List;

/** Makes one feedback packet of the arrivals from one index on, as many as it has room for. */
final class FeedbackBuilder {
  static final int MAX_COUNT = 0xff;

  /** Bytes of a packet, by an estimate that is never too low. */
  static final int MAX_LENGTH = 1100;

  private static final int HEADER_LENGTH = 20;
  private static final int DELTA_LENGTH = 2;
  private static final int CHUNK_LENGTH = 2;
  private static final int PACKETS_PER_VECTOR = 7;
  private static final int SHORTEST_RUN = 14;

  private static final long NANOS_PER_TICK = 250_000;
  private static final int MAX_REFERENCE_TIME = 0xffffff;
  private static final int MAX_NUMBER = 0xffff;

  private final long start;
  private final List<TransportFeedback.Arrival> arrivals = new ArrayList<>();
  private long end;
  private long referenceTime;
  private long ticks;
  private int length = HEADER_LENGTH;
  private int vectored;

  /** Of arrivals before {@code limit}, of which there is at least one. */
  FeedbackBuilder(ArrivalTimes times, long start, long limit) {
    this.start = start;
    this.end = start;
    for (long i = start; i < limit; i++) {
      long time = times.get(i);
      if (time != ArrivalTimes.NOT_ARRIVED && !add(i, Math.floorDiv(time, NANOS_PER_TICK))) {
        break;
      }
    }
  }

  /** What a packet about so many takes, at about. */
  static long estimatedLength(long packets) {
    return HEADER_LENGTH + packets * DELTA_LENGTH;
  }

  private boolean add(long index, long arrived) {
    if (arrivals.isEmpty()) {
      referenceTime = Math.floorDiv(arrived, TransportFeedback.TICKS_PER_REFERENCE_TIME);
      ticks = referenceTime * TransportFeedback.TICKS_PER_REFERENCE_TIME;
    }
    long delta = arrived - ticks;
    int longer = length + DELTA_LENGTH + chunks(index - end);
    if (delta != (short) delta || longer > MAX_LENGTH) {
      return false;
    }
    arrivals.add(new TransportFeedback.Arrival((int) (index - start), (int) delta));
    ticks = arrived;
    length = longer;
    end = index + 1;
    return true;
  }

  /** Bytes of the chunks for a packet that arrived and {@code missing} ones before it. */
  private int chunks(long missing) {
    int chunks = missing >= SHORTEST_RUN ? 2 : 0;
    vectored += 1 + (int) Math.min(missing, SHORTEST_RUN);
    while (vectored > 0) {
      vectored -= PACKETS_PER_VECTOR;
      chunks++;
    }
    return chunks * CHUNK_LENGTH;
  }

  /** The index after the last packet that this one tells of. */
  long end() {
    return end;
  }

  TransportFeedback build(long senderSsrc, long mediaSsrc, int count) {
    return new TransportFeedback(
        senderSsrc,
        mediaSsrc,
        (int) (start & MAX_NUMBER),
        (int) (end - start),
        (int) (referenceTime & MAX_REFERENCE_TIME),
        count,
        arrivals);
  }
}
