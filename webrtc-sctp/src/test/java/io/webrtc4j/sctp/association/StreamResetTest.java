package io.webrtc4j.sctp.association;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.packet.IncomingSsnResetRequest;
import io.webrtc4j.sctp.packet.OutgoingSsnResetRequest;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.ReConfigChunk;
import io.webrtc4j.sctp.packet.ReConfigResponse;
import io.webrtc4j.sctp.packet.SsnTsnResetRequest;
import io.webrtc4j.sctp.testing.Scripted;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RFC 6525 against a scripted peer. */
class StreamResetTest {
  private final Scripted peer = Scripted.established();
  private final int sequence = Scripted.FIELDS.initialTsn();

  private OutgoingSsnResetRequest request(int number, int lastTsn, Integer... streams) {
    return new OutgoingSsnResetRequest(number, 0, lastTsn, List.of(streams));
  }

  private int result(Parameter parameter) {
    peer.sends(Packets.of(peer.tagOfSide(), new ReConfigChunk(List.of(parameter))));
    return response().result();
  }

  private ReConfigResponse response() {
    return peer.control().stream()
        .filter(ReConfigChunk.class::isInstance)
        .map(ReConfigChunk.class::cast)
        .flatMap(chunk -> chunk.parameters().stream())
        .filter(ReConfigResponse.class::isInstance)
        .map(ReConfigResponse.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** The reset request that the side sends. */
  private OutgoingSsnResetRequest requestOfSide() {
    return peer.control().stream()
        .filter(ReConfigChunk.class::isInstance)
        .map(ReConfigChunk.class::cast)
        .flatMap(chunk -> chunk.parameters().stream())
        .filter(OutgoingSsnResetRequest.class::isInstance)
        .map(OutgoingSsnResetRequest.class::cast)
        .findFirst()
        .orElse(null);
  }

  private void respond(OutgoingSsnResetRequest request, int result) {
    ReConfigResponse response = new ReConfigResponse(request.requestSequenceNumber(), result);
    peer.sends(Packets.of(peer.tagOfSide(), new ReConfigChunk(List.of(response))));
  }

  @Test
  void aRequestIsPerformedAndItsRepetitionAnsweredTheSameWay() {
    int channel = peer.opensChannel(0);
    assertThat(result(request(sequence, peer.lastTsn(), 0)))
        .isEqualTo(ReConfigResponse.SUCCESS_PERFORMED);
    assertThat(result(request(sequence, peer.lastTsn(), 0)))
        .isEqualTo(ReConfigResponse.SUCCESS_PERFORMED);
    assertThat(peer.side.events(DataChannelEvent.ChannelClosing.class))
        .containsExactly(new DataChannelEvent.ChannelClosing(channel));
  }

  @Test
  void aWrongNumberIsRefused() {
    assertThat(result(request(sequence + 1, peer.lastTsn(), 0)))
        .isEqualTo(ReConfigResponse.ERROR_BAD_SEQUENCE_NUMBER);
    assertThat(result(request(sequence - 2, peer.lastTsn(), 0)))
        .isEqualTo(ReConfigResponse.ERROR_BAD_SEQUENCE_NUMBER);
  }

  @Test
  void aStreamThatDoesNotExistIsRefused() {
    assertThat(result(request(sequence, peer.lastTsn(), 65535)))
        .isEqualTo(ReConfigResponse.ERROR_WRONG_SSN);
  }

  @Test
  void whatElseThePeerMayAskForIsDenied() {
    assertThat(result(new IncomingSsnResetRequest(sequence, List.of(0))))
        .isEqualTo(ReConfigResponse.DENIED);
    assertThat(result(new SsnTsnResetRequest(sequence + 1))).isEqualTo(ReConfigResponse.DENIED);
  }

  @Test
  void aRequestThatOvertakesItsDataWaitsForIt() {
    int channel = peer.opensChannel(0);
    int missing = peer.takeTsn();
    assertThat(result(request(sequence, missing, 0))).isEqualTo(ReConfigResponse.IN_PROGRESS);
    assertThat(result(request(sequence, missing, 0))).isEqualTo(ReConfigResponse.IN_PROGRESS);
    assertThat(result(request(sequence + 1, missing, 0))).isEqualTo(ReConfigResponse.IN_PROGRESS);
    assertThat(result(request(sequence + 2, missing, 4)))
        .isEqualTo(ReConfigResponse.ERROR_REQUEST_ALREADY_IN_PROGRESS);
    assertThat(peer.side.has(DataChannelEvent.ChannelClosing.class)).isFalse();
    peer.sends(Packets.data(peer.tagOfSide(), 3, missing, 0, 1, 51, new byte[] {65}));
    assertThat(response().result()).isEqualTo(ReConfigResponse.SUCCESS_PERFORMED);
    assertThat(peer.side.events(DataChannelEvent.MessageReceived.class)).hasSize(1);
    assertThat(peer.side.events(DataChannelEvent.ChannelClosing.class))
        .containsExactly(new DataChannelEvent.ChannelClosing(channel));
  }

  @Test
  void ourRequestIsSentAgainUntilItIsAnswered() {
    int channel = peer.opensChannel(0);
    peer.side.transport.close(channel, peer.now());
    OutgoingSsnResetRequest first = requestOfSide();
    assertThat(first.streams()).containsExactly(0);
    assertThat(first.senderLastAssignedTsn()).isEqualTo(peer.lastTsnOfSide());
    peer.passes(1000);
    assertThat(requestOfSide()).isEqualTo(first);
    respond(first, ReConfigResponse.IN_PROGRESS);
    assertThat(requestOfSide()).isNull();
    peer.passes(3000);
    assertThat(requestOfSide()).isEqualTo(first);
    respond(first, ReConfigResponse.SUCCESS_PERFORMED);
    peer.passes(9000);
    assertThat(requestOfSide()).isNull();
    assertThat(peer.side.has(DataChannelEvent.ChannelClosed.class)).isFalse();
    assertThat(result(request(sequence, peer.lastTsn(), 0)))
        .isEqualTo(ReConfigResponse.SUCCESS_PERFORMED);
    assertThat(peer.side.events(DataChannelEvent.ChannelClosed.class))
        .containsExactly(new DataChannelEvent.ChannelClosed(channel, null));
  }

  @Test
  void aPeerThatResetsOneWayOnlyIsNotWaitedForForever() {
    int channel = peer.opensChannel(0);
    peer.side.transport.close(channel, peer.now());
    respond(requestOfSide(), ReConfigResponse.SUCCESS_PERFORMED);
    peer.passes(59_999);
    assertThat(peer.side.has(DataChannelEvent.ChannelClosed.class)).isFalse();
    peer.passes(1);
    assertThat(peer.side.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
    // What still comes is expected, and dropped.
    peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), 0, 1, 51, new byte[] {65}));
    assertThat(peer.side.transport.counters().streamErrors()).isZero();
    // The stream may be used again once the peer has reset it, and no sooner.
    result(request(sequence, peer.lastTsn(), 0));
    assertThat(peer.opensChannel(0)).isNotEqualTo(channel);
  }

  @Test
  void aDeniedRequestClosesTheChannelHere() {
    int channel = peer.opensChannel(0);
    peer.side.transport.close(channel, peer.now());
    respond(requestOfSide(), ReConfigResponse.DENIED);
    assertThat(peer.side.events(DataChannelEvent.ChannelClosed.class).get(0).error())
        .contains("result 2");
  }

  @Test
  void aBusyPeerIsAskedAgainWithANewNumber() {
    int channel = peer.opensChannel(0);
    peer.side.transport.close(channel, peer.now());
    OutgoingSsnResetRequest first = requestOfSide();
    respond(first, ReConfigResponse.ERROR_REQUEST_ALREADY_IN_PROGRESS);
    assertThat(requestOfSide()).isNull();
    peer.passes(3000);
    assertThat(requestOfSide().requestSequenceNumber())
        .isEqualTo(first.requestSequenceNumber() + 1);
  }

  @Test
  void aPeerWithoutReConfigIsNotAsked() {
    Scripted old = Scripted.withoutExtensions();
    int channel = old.opensChannel(0);
    old.side.transport.close(channel, old.now());
    assertThat(old.control()).noneMatch(ReConfigChunk.class::isInstance);
    old.side.drain();
    assertThat(old.side.events(DataChannelEvent.ChannelClosed.class)).hasSize(1);
  }
}
