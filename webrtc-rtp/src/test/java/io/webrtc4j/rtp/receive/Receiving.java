package io.webrtc4j.rtp.receive;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.rtcp.GenericNack;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.session.ReceivedFrame;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream under test, and what came out of it. */
final class Receiving {
  static final long OUR_SSRC = 1;

  final ReceiveStream stream;
  final List<ReceivedFrame> frames = new ArrayList<>();
  final List<Integer> asked = new ArrayList<>();
  final List<RtcpPacket> keyFrameRequests = new ArrayList<>();
  private long now;

  Receiving(boolean video, boolean frames, RtpCodec... codecs) {
    stream =
        new ReceiveStream(
            TestSource.SSRC,
            new ReceiveConfig(video, List.of(codecs), frames),
            (codec, isVideo) -> new TestFormat());
  }

  static Receiving video() {
    return new Receiving(true, true, TestFormat.VIDEO);
  }

  /** Packets come, all at once. */
  Receiving at(long millis, List<byte[]> packets) {
    packets.forEach(packet -> at(millis, packet));
    return this;
  }

  /** A packet comes; true if it is one for who wants packets. */
  boolean at(long millis, byte[] packet) {
    until(millis);
    RtpPacket view = TestSource.view(packet.clone());
    RtpPacket wanted =
        view.ssrc() == TestSource.SSRC
            ? stream.handlePacket(view, now)
            : stream.handleRetransmission(view, now);
    poll();
    return wanted != null;
  }

  /** Time passes. */
  Receiving until(long millis) {
    long end = Deadline.millis(millis);
    poll();
    while (stream.nextDeadline() <= end) {
      now = Math.max(now, stream.nextDeadline());
      stream.handleTimeout(now);
      poll();
    }
    now = end;
    return this;
  }

  void poll() {
    for (@Nullable ReceivedFrame f = stream.pollFrame(); f != null; f = stream.pollFrame()) {
      frames.add(f);
    }
    @Nullable GenericNack nack = stream.pollNack(OUR_SSRC);
    for (; nack != null; nack = stream.pollNack(OUR_SSRC)) {
      nack.forEach(asked::add);
    }
    RtcpPacket request = stream.pollKeyFrameRequest(OUR_SSRC);
    if (request != null) {
      keyFrameRequests.add(request);
    }
  }

  /** The numbers of the frames that were given. */
  List<Integer> numbers() {
    return frames.stream().map(frame -> TestSource.number(frame.data())).toList();
  }
}
