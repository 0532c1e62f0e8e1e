package io.webrtc4j.rtp.session;

import io.webrtc4j.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/** What an {@code RtpSession} has to tell. Sections are named by {@link SectionConfig#id}. */
public sealed interface RtpEvent {

  /** Something about what a section receives. */
  sealed interface Received extends RtpEvent {
    /** The section's {@link SectionConfig#id}. */
    int section();
  }

  /** The first packet of a source came; after {@link SourceEnded} perhaps again. */
  record SourceStarted(int section, long ssrc, @Nullable String rid) implements Received {}

  /** A source said goodbye, or its section no longer receives. */
  record SourceEnded(int section, long ssrc) implements Received {}

  /** A frame, if the section's {@link Delivery} asks for frames. */
  record Frame(int section, ReceivedFrame frame) implements Received {}

  /**
   * A packet, if the section's {@link Delivery} asks for packets.
   *
   * @param packet a copy, the receiver's to keep
   */
  record Packet(int section, RtpPacket packet, @Nullable String rid, long received)
      implements Received {}

  /**
   * What we send cannot go on without a key frame: the peer asks by PLI or FIR, or frames before
   * were refused or left out. At most a few times a second.
   */
  record KeyFrameRequested(int section, @Nullable String rid) implements RtpEvent {}

  /**
   * The peer, or what its feedback shows, says how much it can take now, of all that is sent.
   *
   * @param bitsPerSecond on the transport
   */
  record BandwidthEstimated(long bitsPerSecond) implements RtpEvent {}
}
