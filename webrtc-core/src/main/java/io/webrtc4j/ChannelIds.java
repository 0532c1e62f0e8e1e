package io.webrtc4j;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What W3C WebRTC §6.1 (createDataChannel) asks of a channel's parameters. */
final class ChannelIds {
  private static final int MAX_NAME_BYTES = 65_535;
  private static final int MAX_UNSIGNED_SHORT = 65_535;
  private static final int MAX_ID = 65_534;

  private final Set<Integer> taken = ConcurrentHashMap.newKeySet();

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
    if (id != null && (id < 0 || id > MAX_ID)) {
      throw RTCException.type("ids range from 0 to " + MAX_ID + ", not " + id);
    }
  }

  void take(int id) {
    if (!taken.add(id)) {
      throw RTCException.operation("a channel with the id " + id + " exists already");
    }
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
