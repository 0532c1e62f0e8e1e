package io.webrtc4j.dtls.flight;

import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.ProtocolVersion;
import io.webrtc4j.dtls.record.RecordLayer;

/**
 * Makes datagrams of a flight: as many records as fit into each, messages that do not fit in
 * fragments (RFC 6347 §4.2.3). Every time with new sequence numbers.
 */
final class DatagramPacker {
  /** Less of a message than this is not worth a record's and a fragment's header. */
  private static final int MIN_FRAGMENT = 32;

  private static final byte[] CHANGE_CIPHER_SPEC = {1};

  private final RecordLayer records;
  private final Outbox outbox;
  private final int maxSize;
  private ByteWriter datagram = ByteWriter.growing();

  DatagramPacker(RecordLayer records, Outbox outbox, int maxSize) {
    this.records = records;
    this.outbox = outbox;
    this.maxSize = maxSize;
  }

  void add(Flight.Item item) {
    if (item instanceof Flight.Message message) {
      addMessage(message.epoch(), message.message());
    } else {
      addRecord(
          RecordLayer.PLAINTEXT_EPOCH,
          ContentType.CHANGE_CIPHER_SPEC,
          ProtocolVersion.DTLS_1_2,
          CHANGE_CIPHER_SPEC);
    }
  }

  void addRecord(int epoch, int type, int version, byte[] content) {
    if (room(epoch) < content.length) {
      flush();
    }
    datagram.bytes(records.record(epoch, type, version, content));
  }

  /** Ends the datagram that is being filled, if there is something in it. */
  void flush() {
    if (datagram.length() > 0) {
      outbox.add(datagram.toByteArray());
      datagram = ByteWriter.growing();
    }
  }

  private void addMessage(int epoch, HandshakeMessage message) {
    int bodyLength = message.body().length;
    int offset = 0;
    do {
      int left = bodyLength - offset;
      if (room(epoch) - HandshakeMessage.HEADER_LENGTH < Math.min(left, MIN_FRAGMENT)) {
        flush();
      }
      int length = Math.min(left, room(epoch) - HandshakeMessage.HEADER_LENGTH);
      ByteWriter fragment = ByteWriter.growing();
      HandshakeFragment.write(fragment, message, offset, length);
      addRecord(epoch, ContentType.HANDSHAKE, recordVersion(message), fragment.toByteArray());
      offset += length;
    } while (offset < bodyLength);
  }

  // RFC 6347 §4.2.1: before a version is agreed on, records have that of DTLS 1.0.
  private static int recordVersion(HandshakeMessage message) {
    return message.type() == HandshakeType.CLIENT_HELLO
        ? ProtocolVersion.DTLS_1_0
        : ProtocolVersion.DTLS_1_2;
  }

  private int room(int epoch) {
    return maxSize - datagram.length() - records.write(epoch).overhead();
  }
}
