package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program itself, which pushes its frames and is told when it should push a key frame. */
final class LocalUpstream implements MediaUpstream {
  private static final Logger LOG = LoggerFactory.getLogger(LocalUpstream.class);

  private final Listeners<KeyFrameRequestEvent> keyFrameRequest = new Listeners<>();

  ListenerRegistration onKeyFrameRequest(Consumer<KeyFrameRequestEvent> listener) {
    return keyFrameRequest.add(listener);
  }

  @Override
  public void want(Delivery wanted) {}

  @Override
  public void requestKeyFrame(@Nullable String rid) {
    keyFrameRequest.fire(new KeyFrameRequestEvent("keyframerequest", rid));
  }

  @Override
  public void tell(Runnable task) {
    try {
      task.run();
    } catch (Exception e) { // Kotlin throws checked ones, too.
      LOG.warn("A listener threw on a frame or packet; the track goes on", e);
    }
  }
}
