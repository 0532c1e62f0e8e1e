package io.webrtc4j;

import io.webrtc4j.driver.SessionCommand;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.rtp.session.SendStreamConfig;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What a sender sends of its track: frames and packets from any thread, carried to the event loop.
 */
final class OutgoingMedia implements MediaSink {
  /** What may be on its way to the loop, where the RTP session's own limits are. */
  private static final long MAX_PENDING_BYTES = 4L << 20;

  private static final String TELEPHONE_EVENT = "telephone-event";
  private static final Delivery FRAMES = new Delivery(true, true);
  private static final Delivery PACKETS = new Delivery(false, true);

  private final Connection connection;
  private final int section;
  private final AtomicLong pendingBytes = new AtomicLong();
  private final AtomicBoolean refused = new AtomicBoolean();
  private volatile Agreed agreed = new Agreed(List.of(), List.of(), null);
  private volatile @Nullable MediaStreamTrack track;
  private volatile @Nullable Version only;
  private volatile boolean silent;

  // Of the loop's
  private long lastMicros;
  private long lastAt;
  private long toneMicros;

  /** What was negotiated of sending, and which codec the user prefers. */
  private record Agreed(
      List<CodecLine> codecs, List<SendStreamConfig> streams, @Nullable RTCRtpCodec preferred) {}

  /** The version of simulcast that is sent of a track, where one alone is. */
  private record Version(@Nullable MediaStreamTrack track, String rid) {}

  OutgoingMedia(Connection connection, int section) {
    this.connection = connection;
    this.section = section;
  }

  /** Sends this track from now on; in a step. */
  void track(@Nullable MediaStreamTrack next) {
    MediaStreamTrack before = track;
    if (Objects.equals(before, next)) {
      return;
    }
    track = next;
    if (before != null) {
      before.removeSink(this);
    }
    if (next != null) {
      next.addSink(this);
      interrupted();
    }
  }

  /** What there is to send is agreed anew; in a step. */
  void agree(SectionConfig config, List<CodecLine> codecs, @Nullable RTCRtpCodec preferred) {
    agreed = new Agreed(config.sending() ? codecs : List.of(), config.sendStreams(), preferred);
  }

  /** The peer cannot go on without a key frame; on the loop. */
  void keyFrameRequested(@Nullable String rid) {
    MediaStreamTrack sent = track;
    if (sent != null) {
      connection.callbacks.execute(() -> sent.source().upstream().requestKeyFrame(rid));
    }
  }

  @Override
  public void interrupted() {
    connection.onLoop((session, now) -> session.media().interrupt(section, now));
  }

  /** What a peer sends is passed on in packets, what the program makes may be frames too. */
  @Override
  public Delivery wanted() {
    MediaStreamTrack sent = track;
    boolean local = sent != null && sent.isLocal();
    return local ? FRAMES : PACKETS;
  }

  /** While a tone is played, nothing else is. */
  void silence(boolean silent) {
    this.silent = silent;
  }

  /**
   * Sends a part of a tone.
   *
   * @param ticks from the tone's beginning to that of the part
   */
  void tone(CodecLine events, byte[] payload, long ticks, boolean first) {
    SendStreamConfig stream = stream(agreed, null);
    if (stream == null) {
      return;
    }
    connection.onLoop(
        (session, now) -> {
          if (first) {
            toneMicros = lastMicros + TimeUnit.NANOSECONDS.toMicros(now - lastAt);
          }
          RtpCodec codec = events.rtp();
          long timestamp = MediaClock.ticks(toneMicros, codec.clockRate()) + ticks;
          session
              .media()
              .send(
                  section,
                  stream.rid(),
                  new OutgoingFrame(payload, timestamp, codec.payloadType(), first),
                  now);
        });
  }

  /** The codec of telephone tones that goes with the sound that is sent, or null. */
  @Nullable CodecLine toneCodec() {
    List<CodecLine> codecs = agreed.codecs();
    return codecs.stream()
        .filter(line -> line.rtp().name().equalsIgnoreCase(TELEPHONE_EVENT))
        .filter(line -> line.rtp().clockRate() == codecs.get(0).rtp().clockRate())
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean frame(EncodedFrame frame) {
    Agreed now = agreed;
    CodecLine codec = codec(now, frame.codec()).orElse(null);
    SendStreamConfig stream = stream(now, frame.rid());
    if (codec == null
        || stream == null
        || !stream.active()
        || silent
        || !isOneOfThoseSent(now, frame.rid())) {
      return false;
    }
    OutgoingFrame outgoing =
        new OutgoingFrame(
            frame.payload(),
            MediaClock.ticks(frame.timestampMicros(), codec.rtp().clockRate()),
            codec.rtp().payloadType(),
            frame.isAfterSilence());
    return onLoop(
        frame.payload().length,
        (session, time) -> {
          lastMicros = frame.timestampMicros();
          lastAt = time;
          session.media().send(section, stream.rid(), outgoing, time);
        });
  }

  @Override
  public boolean packet(MediaPacket packet) {
    Agreed now = agreed;
    CodecLine codec = codec(now, packet.codec()).orElse(null);
    SendStreamConfig stream = stream(now, packet.rid());
    if (codec == null
        || stream == null
        || !stream.active()
        || silent
        || !isOneOfThoseSent(now, packet.rid())) {
      return false;
    }
    RtpPacket own = packet.packet().view();
    int payloadType = codec.rtp().payloadType();
    return onLoop(
        own.payloadLength(),
        (session, time) -> session.media().forward(section, stream.rid(), own, payloadType, time));
  }

  /** Of the versions of simulcast that come, the first goes on as the only one that is sent. */
  private boolean isOneOfThoseSent(Agreed now, @Nullable String rid) {
    if (rid == null || now.streams().size() > 1) {
      return true;
    }
    Version chosen = only;
    MediaStreamTrack of = track;
    if (chosen == null || !Objects.equals(chosen.track(), of)) {
      chosen = new Version(of, rid);
      only = chosen;
    }
    return rid.equals(chosen.rid());
  }

  private static Optional<CodecLine> codec(Agreed now, @Nullable RTCRtpCodec wanted) {
    RTCRtpCodec codec = wanted == null ? now.preferred() : wanted;
    return codec == null
        ? now.codecs().stream().findFirst()
        : CodecLine.matching(now.codecs(), codec);
  }

  /** The only stream takes all that comes. */
  private static @Nullable SendStreamConfig stream(Agreed now, @Nullable String rid) {
    if (now.streams().size() == 1) {
      return now.streams().get(0);
    }
    return now.streams().stream()
        .filter(stream -> Objects.equals(stream.rid(), rid))
        .findFirst()
        .orElse(null);
  }

  private boolean onLoop(int bytes, SessionCommand command) {
    long held = bytes + Backlog.BYTES_EACH;
    if (pendingBytes.addAndGet(held) > MAX_PENDING_BYTES) {
      pendingBytes.addAndGet(-held);
      refused.set(true);
      return false;
    }
    if (refused.getAndSet(false)) {
      interrupted();
    }
    return connection.onLoop(
        (session, now) -> {
          pendingBytes.addAndGet(-held);
          command.run(session, now);
        });
  }
}
