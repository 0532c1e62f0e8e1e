package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.ProtocolVersion;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordLayer;

/** The way out for flights and alerts. */
public final class OutgoingDatagrams {
  private final RecordLayer records;
  private final Outbox outbox;
  private final int maxSize;

  /** Datagrams of at most {@code maxSize} bytes. */
  public OutgoingDatagrams(RecordLayer records, RecordCounters counters, int maxSize) {
    this.records = records;
    this.outbox = new Outbox(counters);
    this.maxSize = maxSize;
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
