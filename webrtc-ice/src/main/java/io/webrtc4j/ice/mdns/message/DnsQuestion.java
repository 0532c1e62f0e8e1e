package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;

/**
 * An entry of the question section (RFC 1035 §4.1.2, RFC 6762 §18.12).
 *
 * @param name what is asked for
 * @param type the record type, or {@link DnsType#ANY}
 * @param dnsClass {@link DnsType#INTERNET} or another of 15 bits
 * @param unicastResponse whether the answer may come by unicast
 */
public record DnsQuestion(DnsName name, int type, int dnsClass, boolean unicastResponse) {
  private static final int UNICAST_RESPONSE = 0x8000;

  /** A question for a multicast answer. */
  public static DnsQuestion of(DnsName name, int type) {
    return new DnsQuestion(name, type, DnsType.INTERNET, false);
  }

  static DnsQuestion parse(ByteReader reader, int origin) throws DecodeException {
    DnsName name = DnsName.parse(reader, origin);
    int type = reader.u16();
    int classField = reader.u16();
    return new DnsQuestion(
        name, type, classField & ~UNICAST_RESPONSE, (classField & UNICAST_RESPONSE) != 0);
  }

  void write(MessageWriter writer) {
    writer.name(name);
    writer.fields().u16(type).u16(dnsClass | (unicastResponse ? UNICAST_RESPONSE : 0));
  }

  /** Whether records of {@code recordType} and the Internet's class answer it (RFC 6762 §6). */
  public boolean asksFor(int recordType) {
    return (type == recordType || type == DnsType.ANY)
        && (dnsClass == DnsType.INTERNET || dnsClass == DnsType.ANY);
  }
}
