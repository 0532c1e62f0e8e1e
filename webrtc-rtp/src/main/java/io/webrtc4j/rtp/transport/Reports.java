package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.rtcp.ExtendedReport;
import io.webrtc4j.rtp.rtcp.Goodbye;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.ReportBlock;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SourceDescription;
import io.webrtc4j.rtp.send.NtpClock;
import io.webrtc4j.rtp.send.SendStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what we report: compound packets that begin with reports and name their sources (RFC 3550
 * §6.1), with feedback in them or alone (RFC 5506), and goodbyes.
 */
final class Reports {
  /** SDES item MID (RFC 9143 §15.1). */
  static final int MID_ITEM = 15;

  static final int MAX_REFERENCE_TIMES = 16;

  private static final int MAX_BLOCKS = 31;
  private static final int MAX_TEXT = 255;
  private static final int MAX_SOURCES = 31;

  // So many reports and descriptions, and blocks, fit a datagram together.
  private static final int MAX_REPORTS = 6;
  private static final int MAX_BLOCKS_WITH_OTHERS = 8;

  private final String cname;
  private final long ownSsrc;
  private final RtcpOutbox outbox;
  private final Map<Long, ReferenceTime> referenceTimes = new LinkedHashMap<>();

  /** When a receiver sent its reference time, and when it came (RFC 3611 §4.4). */
  private record ReferenceTime(long shortNtp, long received) {}

  /** One report, and of whom it is. */
  private record Report(RtcpPacket packet, SourceDescription.Chunk description, int blocks) {}

  Reports(String cname, long ownSsrc, RtcpOutbox outbox) {
    this.cname = cname;
    this.ownSsrc = ownSsrc;
    this.outbox = outbox;
  }

  /** Notes a receiver's reference time, which the next report answers. */
  void handleReferenceTime(long ssrc, long ntp, long now) {
    referenceTimes.put(ssrc, new ReferenceTime(NtpClock.middle(ntp), now));
    if (referenceTimes.size() > MAX_REFERENCE_TIMES) {
      referenceTimes.remove(referenceTimes.keySet().iterator().next());
    }
  }

  /** Writes the regular reports: of all that is sent, about all that is received. */
  void report(Collection<Section> sections, SourceTable sources, long now) {
    Map<Long, List<ReportBlock>> blocks = blocks(sources, now);
    List<Report> reports = new ArrayList<>();
    for (Section section : sections) {
      for (SendStream stream : section.streams()) {
        SourceDescription.Chunk description = describe(stream, section);
        List<ReportBlock> about = blocks.getOrDefault(stream.ssrc(), List.of());
        if (stream.isSender()) {
          List<ReportBlock> first = about.subList(0, Math.min(MAX_BLOCKS, about.size()));
          reports.add(new Report(stream.report(first, now), description, first.size()));
          about = about.subList(first.size(), about.size());
        }
        addReceiverReports(reports, stream.ssrc(), description, about);
        stream.endInterval(now);
      }
    }
    List<ReportBlock> others = blocks.getOrDefault(ownSsrc, List.of());
    addReceiverReports(reports, ownSsrc, describe(ownSsrc), others);
    if (reports.isEmpty()) {
      reports.add(new Report(new ReceiverReport(ownSsrc, List.of()), describe(ownSsrc), 0));
    }
    write(reports, now);
  }

  private static Map<Long, List<ReportBlock>> blocks(SourceTable sources, long now) {
    Map<Long, List<ReportBlock>> blocks = new HashMap<>();
    for (Source source : sources.all()) {
      Received media = source.media();
      ReportBlock block = media == null ? null : media.stream().reportBlock(now);
      if (media != null && block != null) {
        blocks.computeIfAbsent(media.section().reporter(), any -> new ArrayList<>()).add(block);
      }
    }
    return blocks;
  }

  private static void addReceiverReports(
      List<Report> reports,
      long ssrc,
      SourceDescription.Chunk description,
      List<ReportBlock> blocks) {
    for (int at = 0; at < blocks.size(); at += MAX_BLOCKS) {
      List<ReportBlock> next = blocks.subList(at, Math.min(at + MAX_BLOCKS, blocks.size()));
      reports.add(new Report(new ReceiverReport(ssrc, next), description, next.size()));
    }
  }

  /** Writes compound packets, of which each describes the sources of its reports. */
  private void write(List<Report> reports, long now) {
    List<RtcpPacket> packets = new ArrayList<>();
    Map<Long, SourceDescription.Chunk> chunks = new LinkedHashMap<>();
    int blocks = 0;
    for (Report report : reports) {
      boolean isFull =
          packets.size() == MAX_REPORTS || blocks + report.blocks > MAX_BLOCKS_WITH_OTHERS;
      if (!packets.isEmpty() && isFull) {
        write(packets, chunks, now);
        packets.clear();
        chunks.clear();
        blocks = 0;
      }
      packets.add(report.packet);
      chunks.put(report.description.ssrc(), report.description);
      blocks += report.blocks;
    }
    write(packets, chunks, now);
  }

  private void write(
      List<RtcpPacket> reports, Map<Long, SourceDescription.Chunk> chunks, long now) {
    List<RtcpPacket> packets = new ArrayList<>(reports);
    packets.add(new SourceDescription(List.copyOf(chunks.values())));
    if (!referenceTimes.isEmpty()) {
      packets.add(answer(chunks.keySet().iterator().next(), now));
      referenceTimes.clear();
    }
    outbox.add(packets, List.of());
  }

  /** RFC 3611 §4.5: DLRR. */
  private ExtendedReport answer(long ssrc, long now) {
    List<ExtendedReport.Delay> delays = new ArrayList<>();
    referenceTimes.forEach(
        (receiver, time) ->
            delays.add(
                new ExtendedReport.Delay(
                    receiver, time.shortNtp, NtpClock.shortUnits(now - time.received))));
    return new ExtendedReport(
        ssrc, List.of(new ExtendedReport.DelaySinceLastReceiverReport(delays)));
  }

  /**
   * Writes feedback at once, as between two peers it may be (RFC 4585 §3.3, immediate feedback):
   * alone if the peer takes that, else behind an empty report.
   */
  void feedback(List<RtcpPacket> feedback, boolean reducedSize) {
    outbox.add(reducedSize ? List.of() : emptyReport(ownSsrc), feedback);
  }

  /** Writes that streams have ended (RFC 3550 §6.6). */
  void goodbye(List<SendStream> streams) {
    for (int at = 0; at < streams.size(); at += MAX_SOURCES) {
      List<SendStream> next = streams.subList(at, Math.min(at + MAX_SOURCES, streams.size()));
      List<Long> ssrcs = next.stream().map(SendStream::ssrc).toList();
      outbox.add(emptyReport(ssrcs.get(0)), List.of(new Goodbye(ssrcs, null)));
    }
  }

  private List<RtcpPacket> emptyReport(long ssrc) {
    return List.of(new ReceiverReport(ssrc, List.of()), SourceDescription.ofCname(ssrc, cname));
  }

  private SourceDescription.Chunk describe(long ssrc) {
    return new SourceDescription.Chunk(
        ssrc, List.of(new SourceDescription.Item(SourceDescription.CNAME, cname)));
  }

  private SourceDescription.Chunk describe(SendStream stream, Section section) {
    String mid = section.config().mid();
    List<SourceDescription.Item> items = new ArrayList<>();
    items.add(new SourceDescription.Item(SourceDescription.CNAME, cname));
    if (!mid.isEmpty() && mid.length() <= MAX_TEXT) {
      items.add(new SourceDescription.Item(MID_ITEM, mid));
    }
    return new SourceDescription.Chunk(stream.ssrc(), items);
  }
}
