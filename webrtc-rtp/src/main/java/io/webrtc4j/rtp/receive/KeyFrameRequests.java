package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.rtcp.FullIntraRequest;
import io.webrtc4j.rtp.rtcp.PictureLossIndication;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a key frame is asked for: again and again until it comes, but not too often, and not for
 * long while the source is silent.
 */
final class KeyFrameRequests {
  /** Senders take requests that come faster for one. */
  private static final long MIN_INTERVAL = Deadline.millis(300);

  /**
   * Times that a silent source is asked again: what shows a still picture sends nothing else, and a
   * request may be lost.
   */
  private static final int MAX_REPEATS_IN_SILENCE = 5;

  private static final int FIR_NUMBERS = 256;

  private final long mediaSsrc;
  private CodecTable codecs = new CodecTable(List.of());
  private boolean wanted;
  private boolean repeats;
  private long due;
  private long notBefore = Long.MIN_VALUE;
  private boolean heard;
  private int repeatsInSilence;
  private boolean pending;
  private int firNumber;
  private long pliCount;
  private long firCount;

  KeyFrameRequests(long mediaSsrc) {
    this.mediaSsrc = mediaSsrc;
  }

  /** Says what was negotiated. */
  void configure(CodecTable codecs) {
    this.codecs = codecs;
  }

  /** Asks at {@code time} until a key frame comes. */
  void want(long time) {
    ask(time);
    repeats = true;
  }

  /** Asks at {@code time}, where nobody will notice that a key frame came. */
  void wantOnce(long time) {
    ask(time);
  }

  private void ask(long time) {
    long earliest = Math.max(time, notBefore);
    if (wanted) {
      due = Math.min(due, earliest);
    } else {
      wanted = true;
      repeats = false;
      due = earliest;
      firNumber = (firNumber + 1) % FIR_NUMBERS;
    }
    heard = true;
  }

  /** A key frame has come. */
  void satisfied() {
    wanted = false;
    pending = false;
  }

  /** A packet of the source has come. */
  void heard() {
    heard = true;
  }

  long nextDeadline() {
    boolean asks = wanted && (heard || repeatsInSilence < MAX_REPEATS_IN_SILENCE);
    return asks ? due : Deadline.NEVER;
  }

  void handleTimeout(long roundTrip, long now) {
    if (Deadline.isDue(nextDeadline(), now)) {
      pending = true;
      repeatsInSilence = heard ? 0 : repeatsInSilence + 1;
      heard = false;
      wanted = repeats;
      notBefore = now + Math.max(MIN_INTERVAL, roundTrip + MIN_INTERVAL / 2);
      due = notBefore;
    }
  }

  @Nullable RtcpPacket poll(long senderSsrc) {
    if (!pending) {
      return null;
    }
    pending = false;
    if (codecs.pli()) {
      pliCount++;
      return new PictureLossIndication(senderSsrc, mediaSsrc);
    } else if (codecs.fir()) {
      firCount++;
      return new FullIntraRequest(
          senderSsrc, List.of(new FullIntraRequest.Request(mediaSsrc, firNumber)));
    }
    return null;
  }

  long pliCount() {
    return pliCount;
  }

  long firCount() {
    return firCount;
  }
}
