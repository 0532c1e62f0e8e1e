package io.webrtc4j.ice.mdns.message;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A record of no interest to host names, or of another class.
 *
 * @param name whose it is
 * @param type its type
 * @param classField the 16 bits of its class
 * @param ttlSeconds how long it holds
 * @param data its data as they came, names that they compress included
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by content; nobody changes it.
public record OtherRecord(DnsName name, int type, int classField, long ttlSeconds, byte[] data)
    implements DnsRecord {

  @Override
  public void write(MessageWriter writer) {
    new RecordHeader(name, type, classField, ttlSeconds).write(writer);
    writer.counted(() -> writer.fields().bytes(data));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OtherRecord that
        && name.equals(that.name)
        && type == that.type
        && classField == that.classField
        && ttlSeconds == that.ttlSeconds
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, classField, ttlSeconds, Arrays.hashCode(data));
  }
}
