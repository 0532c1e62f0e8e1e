package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.Attribute;
import java.util.List;

/**
 * The media part of a media section that was built.
 *
 * @param formats what goes into the {@code m=} line; none if nothing can be offered
 * @param attributes {@code extmap}, {@code extmap-allow-mixed}, {@code msid}, {@code rtcp-mux},
 *     {@code rtcp-rsize}, {@code rtpmap}, {@code rtcp-fb}, {@code fmtp}, {@code rid}, {@code
 *     simulcast}, {@code ssrc} and {@code ssrc-group}, in the order in which they are to be
 *     written. The direction is not among them
 * @param numbers what is known of numbers now
 */
public record BuiltMedia(List<String> formats, List<Attribute> attributes, MediaNumbers numbers) {
  /** A part by its fields. */
  public BuiltMedia {
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }
}
