package io.webrtc4j.ice.mdns.message;

/** A resource record (RFC 1035 §4.1.3) of one of the kinds that host names need, or another. */
public sealed interface DnsRecord permits AddressRecord, DenialRecord, OtherRecord {
  /** Whose record it is. */
  DnsName name();

  /** How long it holds, in seconds. */
  long ttlSeconds();

  /** The record's type. */
  int type();

  /** Writes what stands in front of the record's data and the data behind its length. */
  void write(MessageWriter writer);
}
