package io.webrtc4j.rtp.receive;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The packets of a source that were not given on yet, by index, within bounds. */
final class PacketWindow {
  /** From the first to the last; four seconds at 10 Mbit/s. */
  static final int MAX_PACKETS = 4096;

  /** Bytes of payload at most: two frames of the greatest size. */
  static final int MAX_BYTES = 8 << 20;

  private static final int INITIAL_CAPACITY = 32;

  private @Nullable BufferedPacket[] ring = new BufferedPacket[INITIAL_CAPACITY];
  private boolean begun;
  private long floor = Long.MIN_VALUE;
  private long first;
  private long end;
  private int bytes;

  /** Whether the packet with this index is no longer wanted. */
  boolean isPast(long index) {
    return index < floor;
  }

  /** Whether there is room for a packet that is not past. */
  boolean hasRoom(long index, int length) {
    return !begun || (span(index) <= MAX_PACKETS && bytes + length <= MAX_BYTES);
  }

  private long span(long index) {
    return Math.max(end, index + 1) - Math.min(first, index);
  }

  /** Keeps a packet that is not past, and that there is room for. */
  void put(BufferedPacket packet) {
    if (!begun) {
      begun = true;
      first = packet.index();
      end = first;
    }
    grow(span(packet.index()));
    clear(packet.index());
    ring[slot(packet.index())] = packet;
    bytes += packet.payload().length;
    first = Math.min(first, packet.index());
    end = Math.max(end, packet.index() + 1);
  }

  @Nullable BufferedPacket get(long index) {
    return index >= first && index < end ? ring[slot(index)] : null;
  }

  /** Drops all packets before this one, which is the first that is wanted from now on. */
  void dropBefore(long index) {
    for (long i = first; i < Math.min(index, end); i++) {
      clear(i);
    }
    floor = Math.max(floor, index);
    first = begun ? Math.max(first, index) : index;
    end = begun ? Math.max(end, first) : first;
    begun = true;
  }

  /** The first that is wanted. */
  long first() {
    return first;
  }

  /** The index after the last packet that has come. */
  long end() {
    return end;
  }

  int bytes() {
    return bytes;
  }

  private void clear(long index) {
    BufferedPacket old = ring[slot(index)];
    if (old != null) {
      bytes -= old.payload().length;
      ring[slot(index)] = null;
    }
  }

  private int slot(long index) {
    return (int) index & (ring.length - 1);
  }

  private void grow(long needed) {
    if (needed <= ring.length) {
      return;
    }
    int capacity = ring.length;
    while (capacity < needed) {
      capacity *= 2;
    }
    @Nullable BufferedPacket[] old = ring;
    ring = new BufferedPacket[capacity];
    Arrays.stream(old)
        .forEach(
            packet -> {
              if (packet != null) {
                ring[slot(packet.index())] = packet;
              }
            });
  }
}
