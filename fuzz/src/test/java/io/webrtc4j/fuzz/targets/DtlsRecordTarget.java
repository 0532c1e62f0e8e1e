package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.dtls.record.RecordLayer;
import io.webrtc4j.fuzz.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The records of a datagram, the fragments in them, and alerts. */
public final class DtlsRecordTarget implements Target {
  private static final int LENGTH_AT = 11;

  @Override
  public String name() {
    return "dtls-record";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    RecordCursor record = new RecordCursor().over(PacketBuffer.wrap(input));
    while (record.next()) {
      if (record.epoch() != RecordLayer.PLAINTEXT_EPOCH) {
        continue;
      }
      if (record.type() == ContentType.ALERT) {
        Alert.parse(Arrays.copyOfRange(record.array(), record.bodyStart(), record.end()));
      } else if (record.type() == ContentType.HANDSHAKE) {
        ByteReader fragments = new ByteReader(record.array(), record.bodyStart(), record.end());
        while (fragments.hasRemaining()) {
          HandshakeFragment.parse(fragments);
        }
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    Conversations.Link handshake = Conversations.dtls();
    handshake.client().engine(DtlsConnection.class).close(handshake.link().now());
    handshake.link().runFor(1);
    List<byte[]> seeds = new ArrayList<>(handshake.sent());
    seeds.add(record(ContentType.ALERT, Growing.bytes(1, 0)));
    return seeds;
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    byte[] empty = record(ContentType.APPLICATION_DATA, new byte[0]);
    byte[] alert = record(ContentType.ALERT, Growing.bytes(1, 0));
    byte[] emptyFragment = Growing.bytes(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    return Map.of(
        "empty records", size -> Growing.repeated(new byte[0], empty, size),
        "alerts", size -> Growing.repeated(new byte[0], alert, size),
        "empty fragments",
            size ->
                record(
                    ContentType.HANDSHAKE,
                    Growing.repeated(new byte[0], emptyFragment, size - empty.length)),
        "one record", size -> record(ContentType.APPLICATION_DATA, new byte[size - empty.length]));
  }

  /** A record in the clear. */
  static byte[] record(int type, byte[] content) {
    byte[] head = Growing.bytes(type, 0xfe, 0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    byte[] record = Arrays.copyOf(head, head.length + content.length);
    System.arraycopy(content, 0, record, head.length, content.length);
    return Growing.with16(record, LENGTH_AT, content.length);
  }
}
