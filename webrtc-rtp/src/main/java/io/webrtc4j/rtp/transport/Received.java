package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.receive.ReceiveStream;
import io.webrtc4j.rtp.rtcp.SenderReport;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.RemoteOutbound;
import io.webrtc4j.rtp.session.RtpCodec;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The media of one source while the program knows of it. */
final class Received {
  private final Section section;
  private final @Nullable String rid;
  private final ReceiveStream stream;
  private final RtpCodec firstCodec;
  private @Nullable RemoteOutbound remote;
  private long reports;

  Received(Section section, @Nullable String rid, ReceiveStream stream, RtpCodec firstCodec) {
    this.section = section;
    this.rid = rid;
    this.stream = stream;
    this.firstCodec = firstCodec;
  }

  /** Whether the source is still what the program was told that it is. */
  boolean isOf(Source source) {
    return section == source.section() && Objects.equals(rid, source.rid());
  }

  Section section() {
    return section;
  }

  @Nullable String rid() {
    return rid;
  }

  ReceiveStream stream() {
    return stream;
  }

  void handleSenderReport(SenderReport report, long now) {
    stream.handleSenderReport(report, now);
    remote =
        new RemoteOutbound(
            report.packetCount(),
            report.octetCount(),
            report.ntpTimestamp(),
            report.rtpTimestamp(),
            ++reports,
            now);
  }

  private RtpCodec lastCodec() {
    RtpCodec last = stream.codec();
    return last == null ? firstCodec : last;
  }

  InboundStream snapshot(Source source, long rtxSsrc) {
    return new InboundStream(
        section.id(), source.ssrc(), rid, rtxSsrc, lastCodec(), stream.counters(), remote);
  }
}
