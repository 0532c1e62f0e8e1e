package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.rtp.rtcp.TransportFeedback.Arrival;
import java.util.ArrayList;
import java.util.List;

/**
 * Which packets have come, in chunks of 16 bits: runs of one symbol, or vectors of seven or
 * fourteen (draft-holmer-rmcat-transport-wide-cc-extensions-01 §3.1.1 to §3.1.4). Neither reading
 * nor writing takes a step for each packet of a run that has not come, of which two bytes can tell
 * 8191.
 */
final class StatusChunks {
  private static final int NOT_RECEIVED = 0;
  private static final int SMALL_DELTA = 1;
  private static final int LARGE_DELTA = 2;

  private static final int VECTOR_BIT = 0x8000;
  private static final int TWO_BIT_SYMBOLS = 0x4000;
  private static final int ONE_BIT_CAPACITY = 14;
  private static final int TWO_BIT_CAPACITY = 7;
  private static final int RUN_SYMBOL_SHIFT = 13;
  private static final int MAX_RUN = 0x1fff;
  private static final int SYMBOL_MASK = 3;

  private final int count;
  private final List<Arrival> arrivals;
  private int position;
  private int nextArrival;

  /** To be written. */
  StatusChunks(int count, List<Arrival> arrivals) {
    this.count = count;
    this.arrivals = arrivals;
  }

  /** Reads chunks that speak of {@code count} packets, and the deltas behind them. */
  static List<Arrival> parse(int count, ByteReader body) throws DecodeException {
    ByteReader chunks = new ByteReader(body.array(), body.position(), end(body));
    int covered = 0;
    while (covered < count) {
      covered += capacity(body.u16());
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (int offset = 0; offset < count; ) {
      int chunk = chunks.u16();
      int end = Math.min(count, offset + capacity(chunk));
      if (isVector(chunk) || symbol(chunk, 0) != NOT_RECEIVED) {
        readDeltas(chunk, offset, end, body, arrivals);
      }
      offset = end;
    }
    return arrivals;
  }

  private static void readDeltas(
      int chunk, int offset, int end, ByteReader deltas, List<Arrival> arrivals)
      throws DecodeException {
    for (int i = offset; i < end; i++) {
      switch (symbol(chunk, i - offset)) {
        case NOT_RECEIVED -> {}
        case SMALL_DELTA -> arrivals.add(new Arrival(i, deltas.u8()));
        case LARGE_DELTA -> arrivals.add(new Arrival(i, (short) deltas.u16()));
        default -> throw new DecodeException("a packet status that is reserved");
      }
    }
  }

  private static int end(ByteReader reader) {
    return reader.position() + reader.remaining();
  }

  private static boolean isVector(int chunk) {
    return (chunk & VECTOR_BIT) != 0;
  }

  /** Of how many packets a chunk speaks. */
  private static int capacity(int chunk) {
    if (!isVector(chunk)) {
      return chunk & MAX_RUN;
    }
    return (chunk & TWO_BIT_SYMBOLS) == 0 ? ONE_BIT_CAPACITY : TWO_BIT_CAPACITY;
  }

  private static int symbol(int chunk, int index) {
    if (!isVector(chunk)) {
      return (chunk >> RUN_SYMBOL_SHIFT) & SYMBOL_MASK;
    }
    return (chunk & TWO_BIT_SYMBOLS) == 0
        ? (chunk >> (ONE_BIT_CAPACITY - 1 - index)) & 1
        : (chunk >> (2 * (TWO_BIT_CAPACITY - 1 - index))) & SYMBOL_MASK;
  }

  /** Writes the chunks, without the deltas. */
  void write(ByteWriter writer) {
    while (position < count) {
      int symbol = symbol(0);
      int run = run(symbol);
      if (run >= ONE_BIT_CAPACITY || position + run == count) {
        writer.u16(symbol << RUN_SYMBOL_SHIFT | run);
        advance(run);
      } else {
        writeVector(writer);
      }
    }
  }

  /** The status of the packet {@code ahead} of the position; less than fifteen. */
  private int symbol(int ahead) {
    for (int i = nextArrival; i < arrivals.size(); i++) {
      Arrival arrival = arrivals.get(i);
      if (arrival.offset() == position + ahead) {
        return arrival.isSmall() ? SMALL_DELTA : LARGE_DELTA;
      }
      if (arrival.offset() > position + ahead) {
        break;
      }
    }
    return NOT_RECEIVED;
  }

  /** How many packets from the position on have the same status, as far as a chunk can tell. */
  private int run(int symbol) {
    int run = 0;
    if (symbol == NOT_RECEIVED) {
      int end = nextArrival < arrivals.size() ? arrivals.get(nextArrival).offset() : count;
      run = end - position;
    } else {
      for (int i = nextArrival; i < arrivals.size() && run < MAX_RUN; i++, run++) {
        Arrival arrival = arrivals.get(i);
        if (arrival.offset() != position + run || arrival.isSmall() != (symbol == SMALL_DELTA)) {
          break;
        }
      }
    }
    return Math.min(run, MAX_RUN);
  }

  private void writeVector(ByteWriter writer) {
    boolean hasLarge = false;
    for (int i = 0; i < ONE_BIT_CAPACITY; i++) {
      hasLarge |= symbol(i) == LARGE_DELTA;
    }
    int capacity = hasLarge ? TWO_BIT_CAPACITY : ONE_BIT_CAPACITY;
    int bits = hasLarge ? 2 : 1;
    int chunk = VECTOR_BIT | (hasLarge ? TWO_BIT_SYMBOLS : 0);
    for (int i = 0; i < capacity; i++) {
      chunk |= symbol(i) << (bits * (capacity - 1 - i));
    }
    writer.u16(chunk);
    advance(Math.min(capacity, count - position));
  }

  private void advance(int packets) {
    position += packets;
    while (nextArrival < arrivals.size() && arrivals.get(nextArrival).offset() < position) {
      nextArrival++;
    }
  }
}
