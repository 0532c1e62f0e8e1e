package io.webrtc4j.sctp.testing;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.DataChunk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Looks at the packets that a side puts on the wire, and keeps how often and when each message's
 * chunks were sent, whatever becomes of them. Every message begins with its {@link Label}.
 */
public final class WireTap implements Predicate<byte[]> {
  private static final int DCEP = 50;

  /** The bytes that a message begins with. */
  public static final int LABEL_LENGTH = 8;

  /** What a message says of itself. */
  public record Label(int channel, int number) {}

  /** One chunk as it was sent. */
  public record Transmission(int tsn, Label label, int count, long at) {}

  private final LongSupplier now;
  private final Map<Integer, Label> labels = new HashMap<>();
  private final Map<Integer, Integer> counts = new HashMap<>();

  /** All chunks of messages in the order of sending; DCEP is left out. */
  public final List<Transmission> transmissions = new ArrayList<>();

  /** How many packets had a FORWARD TSN. */
  public int forwardTsns;

  /** A tap that knows the time. */
  public WireTap(LongSupplier now) {
    this.now = now;
  }

  /** A message of {@code length} bytes with its label in front. */
  public static byte[] labelled(Label label, int length) {
    byte[] message = new byte[Math.max(LABEL_LENGTH, length)];
    for (int i = 0; i < Integer.BYTES; i++) {
      message[i] = (byte) (label.channel() >>> (24 - 8 * i));
      message[Integer.BYTES + i] = (byte) (label.number() >>> (24 - 8 * i));
    }
    for (int i = LABEL_LENGTH; i < message.length; i++) {
      message[i] = (byte) (i * 31 + label.number());
    }
    return message;
  }

  /** The label of a message. */
  public static Label label(byte[] message) {
    try {
      ByteReader reader = new ByteReader(message);
      return new Label(reader.i32(), reader.i32());
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
  }

  @Override
  public boolean test(byte[] packet) {
    try {
      ChunkReader chunks = new ChunkReader(PacketBuffer.wrap(packet));
      DataChunk data = new DataChunk();
      while (chunks.next()) {
        if (chunks.type() == ChunkType.DATA) {
          data.wrap(chunks);
          take(data);
        } else if (chunks.type() == ChunkType.FORWARD_TSN) {
          forwardTsns++;
        }
      }
    } catch (DecodeException malformed) {
      throw new AssertionError(malformed);
    }
    return true;
  }

  private void take(DataChunk data) {
    if (data.ppid() == DCEP) {
      return;
    }
    int tsn = data.tsn();
    // First transmissions come in the order of TSNs.
    labels.computeIfAbsent(
        tsn, key -> data.isBeginning() ? label(data.payload()) : labels.get(tsn - 1));
    int count = counts.merge(tsn, 1, Integer::sum);
    transmissions.add(new Transmission(tsn, labels.get(tsn), count, now.getAsLong()));
  }
}
