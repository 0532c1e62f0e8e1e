package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * A peer, or another track's sender, cannot go on without a key frame (W3C WebRTC Encoded Transform
 * has this event at its transformer).
 *
 * @param type {@code keyframerequest}
 * @param rid the version of simulcast, or null for the only one or all of them
 */
public record KeyFrameRequestEvent(String type, @Nullable String rid) {}
