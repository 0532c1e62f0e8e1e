package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener that hears packets where they come, on the event loop. */
final class InlinePackets implements MediaSink {
  private static final Logger LOG = LoggerFactory.getLogger(InlinePackets.class);
  private static final Delivery PACKETS = new Delivery(false, true);

  private final Consumer<MediaPacket> listener;

  InlinePackets(Consumer<MediaPacket> listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  @Override
  public Delivery wanted() {
    return PACKETS;
  }

  @Override
  public boolean frame(EncodedFrame frame) {
    return false;
  }

  @Override
  public boolean packet(MediaPacket packet) {
    try {
      listener.accept(packet);
    } catch (Exception | AssertionError e) { // Kotlin throws checked ones, too.
      LOG.warn("A listener threw on a packet; the connection goes on", e);
    }
    return true;
  }
}
