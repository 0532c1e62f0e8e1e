package io.webrtc4j.rtp.receive;

import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import java.util.List;

/**
 * What a {@link ReceiveStream} is told about its section.
 *
 * @param video whether it is video, or else audio
 * @param codecs what may come, by payload type; their {@code feedback} says whether losses may be
 *     asked for and key frames requested
 * @param frames whether frames are wanted; without, packets are counted and asked for, not kept
 */
public record ReceiveConfig(boolean video, List<RtpCodec> codecs, boolean frames) {

  /** The list is copied. */
  public ReceiveConfig {
    codecs = List.copyOf(codecs);
  }

  /** What concerns a stream of this section. */
  public static ReceiveConfig of(SectionConfig section, Delivery delivery) {
    return new ReceiveConfig(section.video(), section.receiveCodecs(), delivery.frames());
  }
}
