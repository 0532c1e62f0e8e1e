package io.webrtc4j.ice.mdns;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.ice.mdns.message.AddressRecord;
import io.webrtc4j.ice.mdns.message.DenialRecord;
import java.net.InetAddress;
import java.util.Set;

/** A name of ours, the address it stands for, and when it is to be told to the whole link. */
final class PublishedName {
  /** RFC 6762 §10: the TTL of host names. */
  static final long TTL_SECONDS = 120;

  /** RFC 6762 §6: no record is multicast more often. */
  private static final long MULTICAST_INTERVAL = Deadline.seconds(1);

  /** RFC 6762 §5.4: who asked for unicast gets it if all have heard the record of late. */
  private static final long RECENT = Deadline.seconds(TTL_SECONDS / 4);

  /** RFC 6762 §8.3: two, a second apart. */
  private static final int ANNOUNCEMENTS = 2;

  /** A random name has no other owner; against one who lies, more would not help. */
  private static final int MAX_DEFENCES = 3;

  private final MdnsName name;
  private final InetAddress address;
  private int announcementsLeft = ANNOUNCEMENTS;
  private int defencesLeft = MAX_DEFENCES;
  private boolean wasTold;
  private long multicastAt;
  private long lastMulticast;

  /**
   * A name that is announced a second later: the peer that gets it from signalling asks sooner, and
   * just after an announcement it would have to wait out {@link #MULTICAST_INTERVAL}.
   */
  PublishedName(MdnsName name, InetAddress address, long now) {
    this.name = name;
    this.address = address;
    this.multicastAt = Deadline.after(now, MULTICAST_INTERVAL);
  }

  MdnsName name() {
    return name;
  }

  InetAddress address() {
    return address;
  }

  /** When all are to be told next. */
  long multicastAt() {
    return multicastAt;
  }

  /** Whether anybody on the link was told. */
  boolean wasTold() {
    return wasTold;
  }

  void told() {
    wasTold = true;
  }

  boolean wasMulticastRecently(long now) {
    return wasTold && announcementsLeft < ANNOUNCEMENTS && now - lastMulticast < RECENT;
  }

  /** Tells all as soon as the rate allows. */
  void multicast(long now) {
    boolean first = announcementsLeft == ANNOUNCEMENTS;
    long allowed = first ? now : Deadline.after(lastMulticast, MULTICAST_INTERVAL);
    multicastAt = Math.min(multicastAt, Math.max(now, allowed));
  }

  /** Somebody tells another address. */
  void defend(long now) {
    if (defencesLeft > 0) {
      defencesLeft--;
      multicast(now);
    }
  }

  void wasMulticast(long now) {
    told();
    lastMulticast = now;
    announcementsLeft = Math.max(0, announcementsLeft - 1);
    multicastAt = announcementsLeft == 0 ? Deadline.NEVER : Deadline.after(now, MULTICAST_INTERVAL);
  }

  AddressRecord record(boolean cacheFlush, long ttlSeconds) {
    return new AddressRecord(name.dns(), cacheFlush, ttlSeconds, address);
  }

  /** Says that the name has this address alone (RFC 6762 §6.1, §6.2). */
  DenialRecord denial(boolean cacheFlush, long ttlSeconds) {
    Set<Integer> types = Set.of(AddressRecord.typeOf(address));
    return new DenialRecord(name.dns(), cacheFlush, ttlSeconds, types);
  }
}
