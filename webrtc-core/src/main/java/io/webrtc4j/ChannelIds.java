package io.webrtc4j;

import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What W3C WebRTC §6.1 (createDataChannel) asks of a channel's parameters. */
final class ChannelIds {
  private static final int MAX_NAME_BYTES = 65_535;
  private static final int MAX_UNSIGNED_SHORT = 65_535;
  private static final int MAX_ID = 65_534;

  private final Set<Integer> taken = ConcurrentHashMap.newKeySet();
  private int fresh;

  void check(String label, RTCDataChannelInit init) {
    requireName("label", label);
    requireName("protocol", init.protocol());
    requireUnsignedShort("maxPacketLifeTime", init.maxPacketLifeTime());
    requireUnsignedShort("maxRetransmits", init.maxRetransmits());
    if (init.maxPacketLifeTime() != null && init.maxRetransmits() != null) {
      throw RTCException.type("maxPacketLifeTime and maxRetransmits exclude one another");
    }
    Integer id = init.id();
    if (init.negotiated() && id == null) {
      throw RTCException.type("a negotiated channel needs an id, the same on both sides");
    }
    requireUnsignedShort("id", id);
    if (init.negotiated() && id != null && id > MAX_ID) {
      throw RTCException.type("ids range from 0 to " + MAX_ID + ", not " + id);
    }
  }

  /** Takes an id that the user chose. */
  void take(int id) {
    if (!taken.add(id)) {
      throw RTCException.operation("a channel with the id " + id + " exists already");
    }
  }

  /** Notes an id that the peer chose. */
  void note(int id) {
    taken.add(id);
  }

  /**
   * Takes a free id of those that this side may choose (RFC 8832 §6), one that was not given yet
   * where there is one: Chromium 156 loses what is opened on a stream directly after its reset.
   *
   * @param client whether this side is the client of DTLS
   * @param granted how many streams there are
   * @return empty if none is free
   */
  synchronized OptionalInt takeFree(boolean client, int granted) {
    int first = client ? 0 : 1;
    OptionalInt id = takeFrom(fresh % 2 == first ? fresh : first, granted);
    if (id.isEmpty()) {
      id = takeFrom(first, granted);
    }
    id.ifPresent(given -> fresh = given + 2);
    return id;
  }

  private OptionalInt takeFrom(int first, int granted) {
    return IntStream.iterate(first, id -> id <= MAX_ID && id < granted, id -> id + 2)
        .filter(taken::add)
        .findFirst();
  }

  void giveBack(int id) {
    taken.remove(id);
  }

  private static void requireName(String what, String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_NAME_BYTES) {
      throw RTCException.type("the " + what + " has " + bytes + " bytes, at most 65535 fit");
    }
  }

  private static void requireUnsignedShort(String what, @Nullable Integer value) {
    if (value != null && (value < 0 || value > MAX_UNSIGNED_SHORT)) {
      throw RTCException.type(what + " ranges from 0 to 65535, not " + value);
    }
  }
}
