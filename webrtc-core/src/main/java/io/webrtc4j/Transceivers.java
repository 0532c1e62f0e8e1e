package io.webrtc4j;

import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.Transceiver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The connection's set of transceivers (W3C WebRTC §5): the objects that the user holds, each for
 * one of those that the state of offer and answer has. All methods in a step, but {@link #find}.
 */
final class Transceivers {
  private final Connection connection;

  /** By their numbers, which grow; the event loop looks here, too. */
  private final Map<Integer, RTCRtpTransceiver> objects = new ConcurrentSkipListMap<>();

  Transceivers(Connection connection) {
    this.connection = connection;
  }

  /** Those in the set, in the order in which they came into it. */
  List<RTCRtpTransceiver> inOrder() {
    return connection.jsep().transceivers().stream().map(each -> of(each.id())).toList();
  }

  RTCRtpTransceiver of(int id) {
    RTCRtpTransceiver transceiver = objects.get(id);
    if (transceiver == null) {
      throw new IllegalStateException("transceiver " + id + " has no object");
    }
    return transceiver;
  }

  /** The one with this number, if it is in the set; from any thread. */
  Optional<RTCRtpTransceiver> find(int id) {
    return Optional.ofNullable(objects.get(id));
  }

  Optional<RTCRtpTransceiver> withMid(String mid) {
    return inOrder().stream().filter(each -> mid.equals(each.facts().mid())).findFirst();
  }

  boolean has(int id) {
    return objects.containsKey(id);
  }

  /** Makes the object of the transceiver that is the last of the state's. */
  RTCRtpTransceiver add(
      Transceiver facts,
      @Nullable MediaStreamTrack track,
      List<RTCRtpEncodingParameters> encodings) {
    RTCRtpTransceiver transceiver = new RTCRtpTransceiver(connection, facts, track, encodings);
    objects.put(facts.id(), transceiver);
    return transceiver;
  }

  /** Takes a transceiver's object out of the set; the user may hold it still. */
  void remove(int id) {
    objects.remove(id);
    connection.onLoop((session, now) -> session.media().forget(id));
  }

  /** The objects, also of those that have just left the state. */
  List<RTCRtpTransceiver> objects() {
    return List.copyOf(objects.values());
  }

  /** Lets the objects know how they are now. */
  void refresh(JsepState jsep) {
    for (Transceiver facts : jsep.transceivers()) {
      RTCRtpTransceiver object = objects.get(facts.id());
      if (object != null) {
        object.facts(facts);
      }
    }
  }
}
