package io.webrtc4j.session;

import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.transport.RtpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The media sections of a session, wherever their transports are. Sections are named by {@link
 * SectionConfig#id}; what is asked of one that is not there does nothing.
 */
public final class SessionMedia {
  private final TransportSet transports;
  private final Map<Integer, PlannedTransport> carriers = new HashMap<>();
  private final Map<Integer, Delivery> wanted = new HashMap<>();
  private final Map<Integer, OptionalLong> targets = new HashMap<>();

  SessionMedia(TransportSet transports) {
    this.transports = transports;
  }

  /**
   * Makes the media of the transports what {@code sections} say; what is so already stays.
   *
   * @param sections by the {@link TransportPlan#id} of their transport
   */
  public void apply(Map<Integer, List<SectionConfig>> sections, long now) {
    carriers.clear();
    transports.forEach(
        transport -> {
          List<SectionConfig> here = sections.getOrDefault(transport.id(), List.of());
          transport.transport().media(here, now);
          for (SectionConfig section : here) {
            carriers.put(section.id(), transport);
          }
        });
    Map.copyOf(wanted).forEach((section, delivery) -> deliver(section, delivery, now));
    Map.copyOf(targets).forEach(this::jitterBufferTarget);
  }

  /** Forgets what was said of a section that comes no more. */
  public void forget(int section) {
    wanted.remove(section);
    targets.remove(section);
  }

  /** Says what is wanted of what a section receives, now or when it is there. */
  public void deliver(int section, Delivery delivery, long now) {
    wanted.put(section, delivery);
    RtpSession session = session(section);
    if (session != null) {
      session.deliver(section, delivery, now);
    }
  }

  /**
   * Sends a frame.
   *
   * @param rid the version of simulcast, or null for the only one
   * @return false if it is not sent: there is no way to the peer, or no room
   */
  public boolean send(int section, @Nullable String rid, OutgoingFrame frame, long now) {
    RtpSession session = connected(section, now);
    return session != null && session.send(section, rid, frame, now);
  }

  /**
   * Sends a packet of another source on as our own.
   *
   * @param payloadType the peer's for the packet's codec
   * @return false if it is not sent
   */
  public boolean forward(
      int section, @Nullable String rid, RtpPacket packet, int payloadType, long now) {
    RtpSession session = connected(section, now);
    return session != null && session.forward(section, rid, packet, payloadType, now);
  }

  /** Says that what is sent next does not continue what was sent before. */
  public void interrupt(int section, long now) {
    RtpSession session = session(section);
    if (session != null) {
      session.interrupt(section, now);
    }
  }

  /** Asks the peer for a key frame of what a section receives. */
  public void requestKeyFrame(int section, @Nullable String rid, long now) {
    RtpSession session = connected(section, now);
    if (session != null) {
      session.requestKeyFrame(section, rid, now);
    }
  }

  /** Says how long, in milliseconds, frames wait at least; empty leaves it to the jitter. */
  public void jitterBufferTarget(int section, OptionalLong millis) {
    targets.put(section, millis);
    RtpSession session = session(section);
    if (session != null) {
      session.jitterBufferTarget(section, millis);
    }
  }

  /** Bytes of a section's media that wait to be sent. */
  public long queuedBytes(int section) {
    RtpSession session = session(section);
    return session == null ? 0 : session.queuedBytes(section);
  }

  /** The RTP session that has a section, or null. */
  public @Nullable RtpSession session(int section) {
    PlannedTransport carrier = carriers.get(section);
    return carrier == null ? null : carrier.transport().media();
  }

  private @Nullable RtpSession connected(int section, long now) {
    PlannedTransport carrier = carriers.get(section);
    if (carrier == null || !carrier.transport().carriesMedia()) {
      return null;
    }
    carrier.transport().noteTime(now);
    return carrier.transport().media();
  }
}
