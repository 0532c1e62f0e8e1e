package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import java.util.Optional;

/**
 * What stands in front of a record's data.
 *
 * @param name whose record it is
 * @param type the data's type
 * @param classField the class, and at the top the cache-flush bit (RFC 6762 §18.13)
 * @param ttlSeconds how long it holds
 */
record RecordHeader(DnsName name, int type, int classField, long ttlSeconds) {
  private static final int CACHE_FLUSH = 0x8000;

  static RecordHeader ofInternet(DnsName name, int type, boolean cacheFlush, long ttlSeconds) {
    return new RecordHeader(
        name, type, DnsType.INTERNET | (cacheFlush ? CACHE_FLUSH : 0), ttlSeconds);
  }

  static DnsRecord parseRecord(ByteReader reader, int origin) throws DecodeException {
    DnsName name = DnsName.parse(reader, origin);
    int type = reader.u16();
    int classField = reader.u16();
    RecordHeader header = new RecordHeader(name, type, classField, reader.u32());
    ByteReader data = reader.slice(reader.u16());
    if ((classField & ~CACHE_FLUSH) == DnsType.INTERNET) {
      switch (type) {
        case DnsType.A, DnsType.AAAA -> {
          return AddressRecord.parse(header, data);
        }
        case DnsType.NSEC -> {
          Optional<DenialRecord> denial = DenialRecord.parse(header, data, origin);
          if (denial.isPresent()) {
            return denial.get();
          }
        }
        default -> {}
      }
    }
    return new OtherRecord(name, type, classField, header.ttlSeconds, data.rest());
  }

  void write(MessageWriter writer) {
    writer.name(name);
    writer.fields().u16(type).u16(classField).u32(ttlSeconds);
  }

  boolean cacheFlush() {
    return (classField & CACHE_FLUSH) != 0;
  }
}
