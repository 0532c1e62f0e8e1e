package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.ProtocolVersion;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordLayer;

/** The way out for flights and alerts. */
public final class OutgoingDatagrams {
  /**
   * What every path carries: IPv4's 576 bytes that every host takes (RFC 1122 §3.3.2), less the
   * headers of IP and UDP and those that a TURN client puts around (RFC 8656 §18).
   */
  static final int CAUTIOUS_SIZE = 500;

  private final RecordLayer records;
  private final Outbox outbox;
  private int maxSize;

  /** Datagrams of at most {@code maxSize} bytes. */
  public OutgoingDatagrams(RecordLayer records, RecordCounters counters, int maxSize) {
    this.records = records;
    this.outbox = new Outbox(counters);
    this.maxSize = maxSize;
  }

  /** The path seems not to carry datagrams of the size in use: from now on they are small ones. */
  public void reduceSize() {
    maxSize = Math.min(maxSize, CAUTIOUS_SIZE);
  }

  /** Sends a flight, for the first time or again. */
  public void send(Flight flight) {
    DatagramPacker packer = new DatagramPacker(records, outbox, maxSize);
    flight.items().forEach(packer::add);
    packer.flush();
  }

  /** Sends an alert, encrypted as soon as ChangeCipherSpec has been sent. */
  public void send(Alert alert) {
    DatagramPacker packer = new DatagramPacker(records, outbox, maxSize);
    packer.addRecord(
        records.currentWriteEpoch(), ContentType.ALERT, ProtocolVersion.DTLS_1_2, alert.encode());
    packer.flush();
  }

  /** Appends the next datagram to {@code out}; false if there is none. */
  public boolean poll(PacketBuffer out) {
    return outbox.poll(out);
  }
}
