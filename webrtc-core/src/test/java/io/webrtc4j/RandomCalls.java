package io.webrtc4j;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** Calls of the public face, whatever state it is in. */
final class RandomCalls {
  private static final int MAX_TRANSCEIVERS = 24;
  private static final CompletableFuture<?> DONE = CompletableFuture.completedFuture(null);

  private static final List<RTCRtpTransceiverDirection> DIRECTIONS =
      List.of(
          RTCRtpTransceiverDirection.SENDRECV,
          RTCRtpTransceiverDirection.SENDONLY,
          RTCRtpTransceiverDirection.RECVONLY,
          RTCRtpTransceiverDirection.INACTIVE);

  private RandomCalls() {}

  static RTCRtpTransceiverDirection direction(SplittableRandom random) {
    return DIRECTIONS.get(random.nextInt(DIRECTIONS.size()));
  }

  /** Makes one call by chance. */
  @FunctionalInterface
  interface Call {
    /** What it returned, or something completed. */
    CompletableFuture<?> make(SplittableRandom random);
  }

  /** Any call but close. */
  static CompletableFuture<?> one(RTCPeerConnection connection, SplittableRandom random) {
    return switch (random.nextInt(12)) {
      case 0 -> connection.createOffer();
      case 1 -> connection.createAnswer();
      case 2 -> connection.setLocalDescription();
      case 3 ->
          connection.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, ""));
      case 4 ->
          connection.setRemoteDescription(
              new RTCSessionDescriptionInit(RTCSdpType.OFFER, "v=0\r\n"));
      case 5 -> connection.addIceCandidate(new RTCIceCandidateInit("candidate:x", "0"));
      case 6 -> connection.createOffer().thenCompose(connection::setLocalDescription);
      case 7 -> read(connection);
      case 8 -> configure(connection);
      case 9 -> ofSender(connection, random);
      default -> oneWish(connection, random);
    };
  }

  /** A call that asks for a negotiation, or may. */
  static CompletableFuture<?> oneWish(RTCPeerConnection connection, SplittableRandom random) {
    List<RTCRtpTransceiver> transceivers = connection.getTransceivers();
    if (transceivers.isEmpty()) {
      connection.addTransceiver("audio");
      return DONE;
    }
    RTCRtpTransceiver any = transceivers.get(random.nextInt(transceivers.size()));
    switch (random.nextInt(7)) {
      case 0 -> {
        if (transceivers.size() < MAX_TRANSCEIVERS) {
          connection.addTransceiver(random.nextBoolean() ? "audio" : "video");
        }
      }
      case 1 -> {
        if (transceivers.size() < MAX_TRANSCEIVERS) {
          connection.addTrack(MediaStreamTrack.audio(), new MediaStream());
        }
      }
      case 2 -> connection.removeTrack(any.sender());
      case 3 -> any.setDirection(direction(random));
      case 4 -> any.sender().setStreams(new MediaStream());
      case 5 -> any.stop();
      default -> connection.restartIce();
    }
    return DONE;
  }

  private static CompletableFuture<?> read(RTCPeerConnection connection) {
    connection.getSenders().forEach(sender -> require(sender.getParameters()));
    connection.getReceivers().forEach(receiver -> require(receiver.getParameters()));
    connection.getTransceivers().forEach(each -> require(each.direction()));
    require(connection.signalingState());
    require(connection.iceGatheringState());
    require(connection.connectionState());
    RTCSessionDescription local = connection.localDescription();
    if (local != null) {
      require(local.sdp());
    }
    return DONE;
  }

  private static void require(Object value) {
    if (value == null) {
      throw new AssertionError("null where there is a value always");
    }
  }

  private static CompletableFuture<?> configure(RTCPeerConnection connection) {
    connection.setConfiguration(connection.getConfiguration());
    return DONE;
  }

  private static CompletableFuture<?> ofSender(
      RTCPeerConnection connection, SplittableRandom random) {
    List<RTCRtpSender> senders = connection.getSenders();
    if (senders.isEmpty()) {
      return DONE;
    }
    RTCRtpSender sender = senders.get(random.nextInt(senders.size()));
    return random.nextBoolean()
        ? sender.setParameters(sender.getParameters())
        : sender.replaceTrack(null);
  }
}
