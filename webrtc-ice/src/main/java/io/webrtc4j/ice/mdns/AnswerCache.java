package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.message.AddressRecord;
import java.net.InetAddress;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What names stood for when they were asked for, as long as their records say (RFC 6762 §10). */
final class AnswerCache {
  /** The oldest goes for a new one. */
  static final int MAX_NAMES = 256;

  /** RFC 6762 §10: the TTL of host names; who says more is not believed. */
  private static final long MAX_TTL_SECONDS = 120;

  private static final long GOODBYE_TTL_SECONDS = 1;

  private final Map<MdnsName, Entry> entries = new LinkedHashMap<>();

  private record Entry(InetAddress address, long expiresAt) {}

  @Nullable InetAddress address(MdnsName name, long now) {
    Entry entry = entries.get(name);
    return entry == null || Deadline.isDue(entry.expiresAt, now) ? null : entry.address;
  }

  boolean contains(MdnsName name) {
    return entries.containsKey(name);
  }

  void put(MdnsName name, AddressRecord record, long now) {
    if (record.ttlSeconds() == 0) {
      sayGoodbye(name, record.address(), now);
      return;
    }
    long ttl = Math.min(record.ttlSeconds(), MAX_TTL_SECONDS);
    entries.remove(name);
    if (entries.size() >= MAX_NAMES) {
      Iterator<MdnsName> oldest = entries.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    entries.put(name, new Entry(record.address(), Deadline.after(now, Deadline.seconds(ttl))));
  }

  void remove(MdnsName name) {
    entries.remove(name);
  }

  /** RFC 6762 §10.1: it holds for one more second, in which another host may object. */
  private void sayGoodbye(MdnsName name, InetAddress address, long now) {
    Entry entry = entries.get(name);
    if (entry != null && entry.address.equals(address)) {
      long end = Deadline.after(now, Deadline.seconds(GOODBYE_TTL_SECONDS));
      entries.put(name, new Entry(address, Math.min(entry.expiresAt, end)));
    }
  }
}
