package io.webrtc4j;

import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.RtpEvent;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What a receiver receives, from the event loop to the sinks of its track. */
final class IncomingMedia implements MediaUpstream {
  private final Connection connection;
  private final int section;
  private final Set<Long> sources = new HashSet<>();
  private final AtomicBoolean told = new AtomicBoolean(true);
  private volatile boolean flows;
  private volatile List<CodecLine> codecs = List.of();

  IncomingMedia(Connection connection, int section) {
    this.connection = connection;
    this.section = section;
  }

  /** What may come is agreed anew; in a step. */
  void agree(List<CodecLine> agreed) {
    codecs = agreed;
  }

  /** On the loop. */
  void handle(RtpEvent.Received event, MediaStreamTrack track) {
    if (event instanceof RtpEvent.Frame frame) {
      track.source().frame(visible(frame.frame()));
    } else if (event instanceof RtpEvent.Packet packet) {
      CodecLine codec = ofPayloadType(packet.packet());
      if (codec != null) {
        track.source().packet(new MediaPacket(packet.packet(), codec.visible(), packet.rid()));
      }
    } else if (event instanceof RtpEvent.SourceStarted started) {
      sources.add(started.ssrc());
      flows(true, track);
    } else if (event instanceof RtpEvent.SourceEnded ended && sources.remove(ended.ssrc())) {
      flows(!sources.isEmpty(), track);
    }
  }

  /** One task at a time, however often a peer's sources come and go. */
  private void flows(boolean now, MediaStreamTrack track) {
    boolean changed = now != flows;
    flows = now;
    if (changed && told.compareAndSet(true, false)) {
      connection.queueTask(
          news -> {
            told.set(true);
            news.add(flows ? track::unmute : track::mute);
          });
    }
  }

  private EncodedFrame visible(ReceivedFrame frame) {
    return EncodedFrame.builder(
            frame.data(), MediaClock.micros(frame.timestamp(), frame.codec().clockRate()))
        .keyFrame(frame.keyFrame())
        .afterGap(frame.gap())
        .codec(visible(frame.codec()))
        .rid(frame.rid())
        .captureNtp(
            frame.captureNtp() == 0 ? OptionalLong.empty() : OptionalLong.of(frame.captureNtp()))
        .build();
  }

  private @Nullable RTCRtpCodec visible(RtpCodec codec) {
    for (CodecLine line : codecs) {
      if (line.rtp().payloadType() == codec.payloadType()) {
        return line.visible();
      }
    }
    return null; // A frame that waited while something else was agreed on.
  }

  private @Nullable CodecLine ofPayloadType(RtpPacket packet) {
    for (CodecLine line : codecs) {
      if (line.rtp().payloadType() == packet.payloadType()) {
        return line;
      }
    }
    return null;
  }

  @Override
  public void want(Delivery wanted) {
    connection.onLoop((session, now) -> session.media().deliver(section, wanted, now));
  }

  @Override
  public void requestKeyFrame(@Nullable String rid) {
    connection.onLoop((session, now) -> session.media().requestKeyFrame(section, rid, now));
  }

  @Override
  public void tell(Runnable task) {
    connection.callbacks.execute(task);
  }
}
