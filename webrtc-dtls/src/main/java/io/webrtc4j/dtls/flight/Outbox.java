package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.record.RecordCounters;
import java.util.ArrayDeque;

/** Finished datagrams that wait to be polled. */
final class Outbox {
  /** A flight in the smallest datagrams has a dozen; beyond this nobody polls. */
  static final int MAX_DATAGRAMS = 128;

  private final RecordCounters counters;
  private final ArrayDeque<byte[]> datagrams = new ArrayDeque<>();

  Outbox(RecordCounters counters) {
    this.counters = counters;
  }

  void add(byte[] datagram) {
    if (datagrams.size() < MAX_DATAGRAMS) {
      datagrams.add(datagram);
    } else {
      counters.overflowed++;
    }
  }

  boolean poll(PacketBuffer out) {
    byte[] datagram = datagrams.poll();
    if (datagram == null) {
      return false;
    }
    out.put(datagram);
    counters.datagramsSent++;
    return true;
  }
}
