package io.webrtc4j.interop.media;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * How a peer's connection is, with the W3C's names and values.
 *
 * @param tracks which tracks of the other side were told of, in order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PeerView(
    String signalingState,
    String connectionState,
    String iceConnectionState,
    String localDescription,
    String remoteDescription,
    List<Transceiver> transceivers,
    List<TrackEvent> tracks) {

  /**
   * A transceiver.
   *
   * @param rids the names of the versions that it sends; none if there is but one without a name
   * @param streams the ids of its sender's streams
   * @param sendCodecs the codecs that the sender may choose from, the first being its choice
   * @param receiveCodecs the codecs that it receives
   */
  record Transceiver(
      String mid,
      String kind,
      String direction,
      String currentDirection,
      List<String> rids,
      List<String> streams,
      List<Codec> sendCodecs,
      List<Codec> receiveCodecs) {
    boolean isNegotiated() {
      return mid != null && currentDirection != null && !currentDirection.equals("stopped");
    }

    boolean wantsToSend() {
      return direction.startsWith("send");
    }

    boolean wantsToReceive() {
      return direction.endsWith("recv") || direction.equals("recvonly");
    }

    boolean sends() {
      return currentDirection.startsWith("send");
    }
  }

  /** A codec: its payload type, and its name in lower case without the kind. */
  record Codec(int payloadType, String name) {}

  /** A {@code track} event, with its transceiver's mid and the ids of its streams. */
  record TrackEvent(String mid, String kind, List<String> streams) {}

  /** The transceivers that descriptions have, without those that were stopped. */
  List<Transceiver> negotiated() {
    return transceivers.stream().filter(Transceiver::isNegotiated).toList();
  }
}
