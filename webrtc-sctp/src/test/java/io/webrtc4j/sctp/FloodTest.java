package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk.Skipped;
import io.webrtc4j.sctp.packet.HeartbeatChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.OutgoingSsnResetRequest;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.testing.Scripted;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A peer that sends very much of one thing, while nobody polls: little is kept, and life goes on.
 */
class FloodTest {
  private static final int FLOOD = 5_000;

  /** Replies of their own, chunks and SACKs that wait to be sent: see Outbox and DataReceiver. */
  private static final int MOST_PACKETS = 32 + 64 + 64;

  private final Scripted peer = Scripted.established();
  private final int channel = peer.opensChannel(0);
  private int ssn = 1;

  private void sends(ControlChunk... chunks) {
    peer.sends(Packets.of(peer.tagOfSide(), chunks));
  }

  /** Few packets wait, and a message arrives after them. */
  private void goesOn() {
    int packets = 0;
    while (peer.side.poll(peer.now()) != null) {
      assertThat(++packets).isLessThanOrEqualTo(MOST_PACKETS);
    }
    int before = peer.side.events(DataChannelEvent.MessageReceived.class).size();
    byte[] payload = {65};
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 0, ssn++, 51, payload));
    assertThat(peer.side.events(DataChannelEvent.MessageReceived.class)).hasSize(before + 1);
  }

  @Test
  void initsLeaveNothingBehind() {
    for (int i = 1; i <= FLOOD; i++) {
      InitFields fields = new InitFields(i, 100_000, 10, 10, i);
      peer.sends(Packets.of(0, new InitChunk(fields, List.of())));
    }
    goesOn();
  }

  @Test
  void cookiesThatAreNotOursAreDropped() {
    byte[] cookie = new byte[80];
    for (int i = 0; i < FLOOD; i++) {
      cookie[i % cookie.length]++;
      sends(new CookieEchoChunk(OpaqueBytes.of(cookie)));
    }
    assertThat(peer.side.transport.counters().packetsDropped()).isEqualTo(FLOOD);
    assertThat(peer.side.poll(peer.now())).isNull();
    goesOn();
  }

  @Test
  void heartbeatsGetFewAnswers() {
    for (int i = 0; i < FLOOD; i++) {
      sends(new HeartbeatChunk(OpaqueBytes.of(new byte[900])));
    }
    goesOn();
  }

  @Test
  void unknownChunksGetFewReports() {
    byte[] unknown = new byte[1_000];
    unknown[0] = (byte) 0xfe;
    unknown[2] = (byte) (unknown.length >>> 8);
    unknown[3] = (byte) unknown.length;
    for (int i = 0; i < FLOOD; i++) {
      peer.sends(Packets.raw(peer.tagOfSide(), unknown));
    }
    goesOn();
  }

  @Test
  void sacksMoveNothing() {
    peer.side.transport.send(channel, false, new byte[200_000], peer.now());
    while (peer.side.poll(peer.now()) != null) {
      // The window is used up.
    }
    SctpCounters before = peer.side.transport.counters();
    int[] gaps = IntStream.range(0, 280).map(i -> 2 + i).toArray();
    for (int i = 0; i < FLOOD; i++) {
      // Repeated, old, of what was never sent, and with gaps in no order.
      sends(new SackChunk(peer.lastTsnOfSide(), Scripted.WINDOW, new int[0], new int[0]));
      sends(new SackChunk(peer.lastTsnOfSide() - i - 1, Scripted.WINDOW, new int[0], new int[0]));
      sends(new SackChunk(peer.lastTsnOfSide() + 10_000, 0, new int[0], new int[0]));
      sends(new SackChunk(peer.lastTsnOfSide(), Scripted.WINDOW, gaps, new int[0]));
    }
    SctpCounters after = peer.side.transport.counters();
    assertThat(after.congestionWindow()).isEqualTo(before.congestionWindow());
    assertThat(after.outstandingChunks()).isEqualTo(before.outstandingChunks());
    assertThat(after.chunksRetransmitted()).isZero();
    assertThat(peer.side.poll(peer.now())).isNull();
    goesOn();
  }

  @Test
  void resetRequestsAreAnsweredAndForgotten() {
    int sequence = Scripted.FIELDS.initialTsn();
    for (int i = 0; i < FLOOD; i++) {
      // Of a stream without a channel, of none that exists, and out of order.
      sends(reset(sequence++, 6));
      sends(reset(sequence++, 65_535));
      sends(reset(sequence + 17, 6));
    }
    assertThat(peer.side.has(DataChannelEvent.ChannelClosing.class)).isFalse();
    goesOn();
  }

  @Test
  void resetRequestsWhoseDataIsMissingAreKeptOneAtATime() {
    int sequence = Scripted.FIELDS.initialTsn();
    for (int i = 0; i < FLOOD; i++) {
      sends(
          new ReConfigChunk(
              List.of(
                  new OutgoingSsnResetRequest(
                      sequence++, 0, peer.lastTsn() + 1 + i, List.of(6, 8, 10)))));
    }
    goesOn();
  }

  private ReConfigChunk reset(int number, int stream) {
    return new ReConfigChunk(
        List.of(new OutgoingSsnResetRequest(number, 0, peer.lastTsn(), List.of(stream))));
  }

  @Test
  void forwardTsnsAreTakenInTurn() {
    for (int i = 0; i < FLOOD; i++) {
      int round = i;
      List<Skipped> skipped =
          IntStream.range(0, 270)
              .mapToObj(stream -> new Skipped(2 + stream, round & 0xffff))
              .toList();
      sends(new ForwardTsnChunk(peer.takeTsn(), skipped));
    }
    assertThat(peer.side.transport.counters().forwardTsnsReceived()).isEqualTo(FLOOD);
    goesOn();
  }

  @Test
  void fragmentsWhoseMessagesNeverEndAreBounded() {
    byte[] payload = {1};
    int first = peer.nextTsn();
    // Every second TSN, so that no two fragments meet; far more than can be acknowledged.
    for (int i = 0; i < 50_000; i++) {
      peer.sends(Packets.data(peer.tagOfSide(), 2, first + 1 + 2 * i, 0, 1 + i, 51, payload));
    }
    SctpCounters counters = peer.side.transport.counters();
    // Gap ack blocks reach 65,535 TSNs far, and what lies beyond is dropped.
    assertThat(counters.dataDropped()).isEqualTo(50_000 - 65_535 / 2);
    List<ControlChunk> answers = peer.control();
    SackChunk last = (SackChunk) answers.stream().reduce((one, next) -> next).orElseThrow();
    assertThat(last.aRwnd()).isLessThan(DataChannelConfig.DEFAULT_RECEIVE_WINDOW - 2_000_000);
    // One FORWARD TSN clears them all.
    sends(new ForwardTsnChunk(first + 100_000, List.of(new Skipped(0, 50_000))));
    ControlChunk answer = peer.control().get(0);
    assertThat(((SackChunk) answer).aRwnd()).isEqualTo(DataChannelConfig.DEFAULT_RECEIVE_WINDOW);
    assertThat(peer.side.nextDeadline()).isGreaterThan(peer.now() + Deadline.millis(1));
  }
}
