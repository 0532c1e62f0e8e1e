package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.SerialNumber;
import org.jspecify.annotations.Nullable;

/**
 * A source of the peer's: where it belongs, as far as is known, and its media once they have come.
 */
final class Source implements Route {
  /** RFC 3550 §6.2.1: how long packets may come after a goodbye. */
  private static final int MASK_16 = 0xffff;

  /** Packets after which the order of 16-bit numbers is still certain. */
  private static final int LONG_AGO = 1 << 14;

  private static final long STRAGGLERS = Deadline.millis(500);

  private final long ssrc;
  private Section section;
  private @Nullable Section signalledIn;
  private @Nullable String rid;
  private @Nullable String repairedRid;
  private @Nullable Source original;
  private @Nullable Received media;
  private int payloadType = -1;
  private boolean wasNamed;
  private int namedBy;
  private long endedAt = Long.MIN_VALUE / 2;

  /** A source of {@code section}, as far as is known. */
  Source(long ssrc, Section section) {
    this.ssrc = ssrc;
    this.section = section;
  }

  long ssrc() {
    return ssrc;
  }

  /** Whether the peer's description tells of it. */
  boolean isSignalled() {
    return signalledIn != null;
  }

  /** The peer's description tells of it here, which counts until a packet names another section. */
  void signalledIn(Section told) {
    if (told != signalledIn) {
      signalledIn = told;
      moveTo(told);
    }
  }

  Section section() {
    return section;
  }

  /** A packet of it has come: what was named long ago stays before all that comes. */
  void heard(int sequenceNumber) {
    if (((sequenceNumber - namedBy) & MASK_16) > LONG_AGO
        && SerialNumber.isLess16(namedBy, sequenceNumber)) {
      namedBy = (sequenceNumber - LONG_AGO) & MASK_16;
    }
  }

  /** Whether no later packet than this has named a section (RFC 9143 §9.2). */
  boolean follows(int sequenceNumber) {
    return !wasNamed || !SerialNumber.isLess16(sequenceNumber, namedBy);
  }

  /** Moves to the section that a packet names, unless a later packet has named one. */
  void named(Section named, int sequenceNumber) {
    if (follows(sequenceNumber)) {
      wasNamed = true;
      namedBy = sequenceNumber;
      moveTo(named);
    }
  }

  void moveTo(Section named) {
    if (named != section) {
      section = named;
      rid = null;
      repairedRid = null;
      original = null;
    }
  }

  /** The version of simulcast, or null. */
  @Nullable String rid() {
    return rid;
  }

  void rid(String version) {
    rid = version;
  }

  /** Of a source of retransmissions, the version of the original, or null. */
  @Nullable String repairedRid() {
    return repairedRid;
  }

  void repairedRid(String version) {
    repairedRid = version;
  }

  /** Of a source of retransmissions, what it retransmits; null if that is not known. */
  @Nullable Source original() {
    return original;
  }

  void original(@Nullable Source source) {
    original = source;
  }

  /** The payload type of the last packet, or -1. */
  int payloadType() {
    return payloadType;
  }

  void payloadType(int type) {
    payloadType = type;
  }

  /** Notes a goodbye. */
  void ended(long now) {
    endedAt = now;
  }

  /**
   * Whether it has said goodbye so short a while ago that its packets may still be on their way.
   */
  boolean isStraggling(long now) {
    return now - endedAt < STRAGGLERS;
  }

  /** Its media, or null if none have come, or they have ended. */
  @Nullable Received media() {
    return media;
  }

  void media(@Nullable Received media) {
    this.media = media;
  }
}
