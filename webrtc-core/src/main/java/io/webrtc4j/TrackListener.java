package io.webrtc4j;

import io.webrtc4j.rtp.session.Delivery;
import java.util.Objects;
import java.util.function.Consumer;

/** A listener that hears of frames or packets with all other listeners, in its turn. */
final class TrackListener implements MediaSink {
  private final MediaSource source;
  private final Delivery wanted;
  private final Consumer<EncodedFrame> frames;
  private final Consumer<MediaPacket> packets;
  private final Backlog backlog;

  private TrackListener(
      MediaSource source,
      Delivery wanted,
      Consumer<EncodedFrame> frames,
      Consumer<MediaPacket> packets) {
    this.source = source;
    this.wanted = wanted;
    this.frames = frames;
    this.packets = packets;
    this.backlog = new Backlog(source, wanted.frames());
  }

  static TrackListener ofFrames(MediaSource source, Consumer<EncodedFrame> listener) {
    Objects.requireNonNull(listener, "listener");
    return new TrackListener(source, new Delivery(true, false), listener, packet -> {});
  }

  static TrackListener ofPackets(MediaSource source, Consumer<MediaPacket> listener) {
    Objects.requireNonNull(listener, "listener");
    return new TrackListener(source, new Delivery(false, true), frame -> {}, listener);
  }

  @Override
  public void interrupted() {
    backlog.interrupted();
  }

  @Override
  public Delivery wanted() {
    return wanted;
  }

  @Override
  public boolean frame(EncodedFrame frame) {
    long size = frame.payload().length + Backlog.BYTES_EACH;
    return backlog.enter(size, frame.rid(), frame.isKeyFrame())
        && tell(() -> frames.accept(frame), size);
  }

  @Override
  public boolean packet(MediaPacket packet) {
    long size = packet.packet().payloadLength() + Backlog.BYTES_EACH;
    MediaPacket own = new MediaPacket(packet.packet().view(), packet.codec(), packet.rid());
    return backlog.enter(size, packet.rid(), true) && tell(() -> packets.accept(own), size);
  }

  private boolean tell(Runnable task, long size) {
    source
        .upstream()
        .tell(
            () -> {
              try {
                task.run();
              } finally {
                backlog.leave(size);
              }
            });
    return true;
  }
}
