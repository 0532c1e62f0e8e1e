package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * NSEC in the restricted form of RFC 6762 §6.1: says which record types a name has, and so that it
 * has no others.
 *
 * @param name the name
 * @param cacheFlush whether it stands for all that is known of it
 * @param ttlSeconds how long it holds
 * @param types those that there are, from 0 to 255
 */
public record DenialRecord(DnsName name, boolean cacheFlush, long ttlSeconds, Set<Integer> types)
    implements DnsRecord {
  private static final int MAX_BITMAP_LENGTH = 32;
  private static final int MAX_TYPE = MAX_BITMAP_LENGTH * Byte.SIZE - 1;
  private static final int HIGHEST_BIT = Byte.SIZE - 1;

  /** Copies the types. */
  public DenialRecord {
    types = Set.copyOf(types);
    if (types.isEmpty() || types.stream().anyMatch(type -> type < 0 || type > MAX_TYPE)) {
      throw new IllegalArgumentException("the restricted form has types from 0 to 255: " + types);
    }
  }

  /** The record, or empty if it is not of the restricted form and therefore passed over. */
  static Optional<DenialRecord> parse(RecordHeader header, ByteReader data, int origin) {
    ByteReader bitmap = new ByteReader(data.array(), data.position(), dataEnd(data));
    try {
      DnsName.parse(bitmap, origin); // RFC 6762 §6.1: the next name may be anything.
      int block = bitmap.u8();
      int length = bitmap.u8();
      Set<Integer> types = types(bitmap.bytes(length));
      if (block != 0 || length > MAX_BITMAP_LENGTH || bitmap.hasRemaining() || types.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new DenialRecord(header.name(), header.cacheFlush(), header.ttlSeconds(), types));
    } catch (DecodeException otherForm) {
      return Optional.empty();
    }
  }

  @Override
  public int type() {
    return DnsType.NSEC;
  }

  @Override
  public void write(MessageWriter writer) {
    RecordHeader.ofInternet(name, type(), cacheFlush, ttlSeconds).write(writer);
    writer.counted(
        () -> {
          writer.name(name);
          byte[] bitmap = bitmap();
          ByteWriter fields = writer.fields();
          fields.u8(0).u8(bitmap.length).bytes(bitmap);
        });
  }

  private static int dataEnd(ByteReader data) {
    return data.position() + data.remaining();
  }

  /** RFC 4034 §4.1.2: type 0 is the highest bit of the first byte. */
  private static Set<Integer> types(byte[] bitmap) {
    Set<Integer> types = new TreeSet<>();
    for (int type = 0; type < bitmap.length * Byte.SIZE; type++) {
      if ((bitmap[type / Byte.SIZE] >> (HIGHEST_BIT - type % Byte.SIZE) & 1) != 0) {
        types.add(type);
      }
    }
    return types;
  }

  private byte[] bitmap() {
    BitSet bits = new BitSet();
    types.forEach(type -> bits.set(type / Byte.SIZE * Byte.SIZE + HIGHEST_BIT - type % Byte.SIZE));
    return bits.toByteArray();
  }
}
