package io.webrtc4j.rtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.ExtensionForm;
import io.webrtc4j.rtp.RtpWriter;
import io.webrtc4j.rtp.rtcp.Goodbye;
import io.webrtc4j.rtp.rtcp.ReceiverReport;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import io.webrtc4j.rtp.rtcp.RtcpPacket;
import io.webrtc4j.rtp.rtcp.SourceDescription;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.InboundStream;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.RtpDropReason;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** RFC 9143 §9.2, rule by rule. */
class DemultiplexingTest {
  private static final RtpCodec OTHER_VP8 =
      new RtpCodec(98, "VP8", 90_000, 0, Map.of(), 99, Set.of("nack"));

  private final Peer peer = new Peer(1);
  private int sequenceNumber = 100;
  private long now;

  private void sections(SectionConfig... sections) {
    peer.apply(now, sections);
    for (SectionConfig section : sections) {
      peer.session.deliver(section.id(), new Delivery(false, true), now);
    }
  }

  private void come(long ssrc, int payloadType, @Nullable String mid, @Nullable String rid) {
    come(ssrc, payloadType, mid, rid, null, sequenceNumber++);
  }

  private void come(
      long ssrc,
      int payloadType,
      @Nullable String mid,
      @Nullable String rid,
      @Nullable String repairedRid,
      int number) {
    PacketBuffer packet = PacketBuffer.allocate(200, 0);
    RtpWriter writer = new RtpWriter().begin(packet, true, payloadType, number, 0, ssrc);
    writer.extensions(ExtensionForm.ONE_BYTE);
    name(writer, Sections.MID_ID, mid);
    name(writer, Sections.RID_ID, rid);
    name(writer, Sections.REPAIRED_RID_ID, repairedRid);
    writer.endHeader();
    // A retransmission's original number, or the begin of a VP8 descriptor and key frame.
    packet.put(
        new byte[] {
          0x10, 0, 0x10, 0, 0, 0, (byte) 0x9d, 1, 0x2a, 0x40, 1, (byte) 0xf0, 0, 1, 2, 3, 4, 5
        });
    peer.receive(packet.toByteArray(), now);
  }

  private static void name(RtpWriter writer, int id, @Nullable String text) {
    if (text != null) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      writer.extension(id, bytes, 0, bytes.length);
    }
  }

  private void comeRtcp(RtcpPacket... packets) {
    PacketBuffer datagram = PacketBuffer.allocate(1000, 0);
    RtcpCompound.write(List.of(packets), datagram);
    peer.receive(datagram.toByteArray(), now);
  }

  private List<RtpEvent.SourceStarted> started() {
    return peer.events(RtpEvent.SourceStarted.class);
  }

  private long dropped(RtpDropReason reason) {
    return peer.session.dropped().getOrDefault(reason, 0L);
  }

  @Test
  void aMidBindsTheSourceToItsSection() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, "2", null);
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
    assertThat(peer.events(RtpEvent.Packet.class)).hasSize(2);
    assertThat(peer.session.dropped()).isEmpty();
  }

  @Test
  void aMidIsLaterThanOneOfFortyThousandPacketsAgo() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, "1", null);
    for (int i = 0; i < 40_000; i++) {
      come(7, Sections.VP8, null, null);
      peer.events.clear();
    }
    come(7, Sections.VP8, "2", null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
  }

  @Test
  void aMidOfNoSectionIsDropped() {
    sections(Sections.video(1).build());
    come(7, Sections.VP8, "unknown", null);
    assertThat(started()).isEmpty();
    assertThat(dropped(RtpDropReason.UNKNOWN_MID)).isEqualTo(1);
  }

  @Test
  void aLaterMidMovesTheSource() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, "1", null);
    come(7, Sections.VP8, "2", null);
    assertThat(started())
        .containsExactly(
            new RtpEvent.SourceStarted(1, 7, null), new RtpEvent.SourceStarted(2, 7, null));
    assertThat(peer.events(RtpEvent.SourceEnded.class))
        .containsExactly(new RtpEvent.SourceEnded(1, 7));
  }

  @Test
  void aMidInAnEarlierPacketThatComesLateMovesNothing() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, "1", null, null, 10);
    come(7, Sections.VP8, "2", null, null, 9);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(1, 7, null));
  }

  @Test
  void aSignalledSourceNeedsNoName() {
    sections(Sections.video(1).build(), Sections.video(2).sources(7L).build());
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
  }

  @Test
  void applyingTheSameSectionsAgainDoesNotUndoWhatAMidSaid() {
    SectionConfig[] both = {Sections.video(1).build(), Sections.video(2).sources(7L).build()};
    sections(both);
    come(7, Sections.VP8, "1", null);
    sections(both);
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(1, 7, null));
    assertThat(peer.events(RtpEvent.SourceEnded.class)).isEmpty();
  }

  @Test
  void aBoundSourceWithAPayloadTypeOfAnotherSectionIsDropped() {
    sections(Sections.video(1).build(), Sections.audio(2).build());
    come(7, Sections.VP8, "1", null);
    come(7, Sections.OPUS, null, null);
    assertThat(dropped(RtpDropReason.UNKNOWN_PAYLOAD_TYPE)).isEqualTo(1);
    assertThat(started()).hasSize(1);
  }

  @Test
  void aPayloadTypeThatOneSectionHasBindsTheSource() {
    sections(Sections.audio(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
  }

  @Test
  void aPayloadTypeThatTwoSectionsHaveTellsNothing() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    come(7, Sections.VP8, null, null);
    assertThat(dropped(RtpDropReason.UNKNOWN_SECTION)).isEqualTo(1);
    assertThat(started()).isEmpty();
  }

  @Test
  void aPayloadTypeThatTwoSectionsHaveTellsWhenOnlyOneReceives() {
    sections(Sections.video(1).receives(false).build(), Sections.video(2).build());
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
  }

  @Test
  void aSectionThatDoesNotReceiveIsTheReason() {
    sections(Sections.video(1).receives(false).sources(7L).build());
    come(7, Sections.VP8, null, null);
    come(8, Sections.VP8, "1", null);
    assertThat(dropped(RtpDropReason.NOT_RECEIVING)).isEqualTo(2);
  }

  @Test
  void aSourceDescriptionNamesTheSection() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    comeRtcp(
        new ReceiverReport(7, List.of()),
        new SourceDescription(
            List.of(
                new SourceDescription.Chunk(
                    7,
                    List.of(
                        new SourceDescription.Item(SourceDescription.CNAME, "them"),
                        new SourceDescription.Item(Reports.MID_ITEM, "2"))))));
    come(7, Sections.VP8, null, null);
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(2, 7, null));
  }

  @Test
  void aRidTellsTheVersion() {
    sections(Sections.video(1).rids("hi", "lo").build());
    come(7, Sections.VP8, "1", "hi");
    come(8, Sections.VP8, "1", "lo");
    assertThat(started())
        .containsExactly(
            new RtpEvent.SourceStarted(1, 7, "hi"), new RtpEvent.SourceStarted(1, 8, "lo"));
  }

  @Test
  void aRidThatWasNotAgreedOnIsDropped() {
    sections(Sections.video(1).rids("hi", "lo").build());
    come(7, Sections.VP8, "1", "middle");
    assertThat(dropped(RtpDropReason.UNKNOWN_RID)).isEqualTo(1);
  }

  @Test
  void aRidWithoutSimulcastIsIgnored() {
    sections(Sections.video(1).build());
    come(7, Sections.VP8, "1", "hi");
    assertThat(started()).containsExactly(new RtpEvent.SourceStarted(1, 7, null));
  }

  @Test
  void aRepairedRidTellsTheOriginal() {
    sections(Sections.video(1).rids("hi", "lo").build());
    come(7, Sections.VP8, "1", "hi");
    come(8, Sections.VP8, "1", "lo");
    come(9, Sections.RTX, "1", null, "lo", 1);
    come(9, Sections.RTX, null, null, null, 2);
    assertThat(rtxOf(8)).isEqualTo(9);
    assertThat(rtxOf(7)).isEqualTo(-1);
    assertThat(dropped(RtpDropReason.UNKNOWN_RETRANSMISSION)).isZero();
  }

  private long rtxOf(long ssrc) {
    return peer.session.inboundStreams().stream()
        .filter(stream -> stream.ssrc() == ssrc)
        .mapToLong(InboundStream::rtxSsrc)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSignalledRetransmissionBelongsToItsOriginal() {
    sections(
        Sections.video(1)
            .sources(7L, 8L, 17L, 18L)
            .retransmissions(Map.of(17L, 7L, 18L, 8L))
            .build());
    come(7, Sections.VP8, null, null);
    come(8, Sections.VP8, null, null);
    come(18, Sections.RTX, null, null);
    come(17, Sections.RTX, null, null);
    assertThat(rtxOf(7)).isEqualTo(17);
    assertThat(rtxOf(8)).isEqualTo(18);
  }

  @Test
  void aRetransmissionWithOneCandidateBelongsToIt() {
    sections(Sections.video(1).codecs(Sections.vp8(), OTHER_VP8).build());
    come(7, Sections.VP8, "1", null);
    come(8, OTHER_VP8.payloadType(), "1", null);
    come(9, OTHER_VP8.rtxPayloadType(), "1", null);
    assertThat(rtxOf(8)).isEqualTo(9);
  }

  @Test
  void aRetransmissionWithTwoCandidatesIsDropped() {
    sections(Sections.video(1).build());
    come(7, Sections.VP8, "1", null);
    come(8, Sections.VP8, "1", null);
    come(9, Sections.RTX, "1", null);
    assertThat(dropped(RtpDropReason.UNKNOWN_RETRANSMISSION)).isEqualTo(1);
  }

  @Test
  void aGoodbyeEndsTheSourceAndItsStragglersAreDropped() {
    sections(Sections.video(1).build());
    come(7, Sections.VP8, "1", null);
    comeRtcp(new ReceiverReport(7, List.of()), new Goodbye(List.of(7L), null));
    assertThat(peer.events(RtpEvent.SourceEnded.class))
        .containsExactly(new RtpEvent.SourceEnded(1, 7));
    come(7, Sections.VP8, null, null);
    assertThat(dropped(RtpDropReason.AFTER_GOODBYE)).isEqualTo(1);
    now += Deadline.seconds(1);
    come(7, Sections.VP8, null, null);
    assertThat(started()).hasSize(2);
  }

  @Test
  void aFloodOfSourcesForgetsTheSilentOnesButNotTheSignalled() {
    sections(Sections.video(1).sources(7L).build(), Sections.audio(2).build());
    come(7, Sections.VP8, null, null);
    come(8, Sections.OPUS, "2", null);
    for (int i = 0; i < 10_000; i++) {
      come(1000 + i, Sections.VP8, "1", null);
    }
    assertThat(peer.session.inboundStreams()).hasSize(2 + SourceTable.MAX_UNSIGNALLED);
    assertThat(peer.session.inboundStreams().stream().map(InboundStream::ssrc))
        .contains(7L, 8L, 10_999L);
    assertThat(peer.events(RtpEvent.SourceEnded.class))
        .hasSize(10_000 - SourceTable.MAX_UNSIGNALLED);
  }

  @Test
  void sourcesThatMoveBetweenSectionsDoNotPileUp() {
    sections(Sections.video(1).build(), Sections.video(2).build());
    for (int i = 0; i < 1000; i++) {
      come(1000 + i, Sections.VP8, "1", null);
      come(1000 + i, Sections.VP8, "2", null);
    }
    assertThat(peer.session.inboundStreams())
        .hasSizeLessThanOrEqualTo(2 * SourceTable.MAX_UNSIGNALLED);
  }

  @Test
  void aSourceThatIsHeardStaysThroughAFlood() {
    sections(Sections.video(1).build());
    for (int i = 0; i < 100; i++) {
      come(7, Sections.VP8, "1", null);
      come(1000 + i, Sections.VP8, "1", null);
    }
    assertThat(started().stream().filter(event -> event.ssrc() == 7)).hasSize(1);
  }

  @Test
  void aSectionThatGoesTakesItsSourcesWithIt() {
    sections(Sections.video(1).build(), Sections.audio(2).build());
    come(7, Sections.VP8, "1", null);
    sections(Sections.audio(2).build());
    peer.timeout(now);
    assertThat(peer.events(RtpEvent.SourceEnded.class))
        .containsExactly(new RtpEvent.SourceEnded(1, 7));
    come(7, Sections.VP8, null, null);
    assertThat(dropped(RtpDropReason.UNKNOWN_SECTION)).isEqualTo(1);
  }

  @Test
  void aSectionThatStopsReceivingEndsItsSourcesAndBeginsThemAnew() {
    sections(Sections.video(1).build());
    come(7, Sections.VP8, "1", null);
    sections(Sections.video(1).receives(false).build());
    sections(Sections.video(1).build());
    come(7, Sections.VP8, null, null);
    assertThat(peer.events(RtpEvent.SourceEnded.class)).hasSize(1);
    assertThat(started()).hasSize(2);
  }

  @Test
  void ourOwnSourceIsNoSourceOfThePeers() {
    sections(Sections.video(1).stream(7).build());
    come(7, Sections.VP8, "1", null);
    come(8, Sections.VP8, "1", null);
    assertThat(dropped(RtpDropReason.OUR_SOURCE)).isEqualTo(2);
  }
}
