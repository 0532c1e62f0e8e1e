package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import org.jspecify.annotations.Nullable;

/** What gives a source its media. May be called from any thread. */
interface MediaUpstream {

  /** The sinks of all tracks together want this from now on. */
  void want(Delivery wanted);

  /** A sink cannot go on without a key frame. */
  void requestKeyFrame(@Nullable String rid);

  /** Runs a listener's task in its turn. */
  void tell(Runnable task);
}
