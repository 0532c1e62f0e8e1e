package io.webrtc4j;

import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.Transceiver;
import io.webrtc4j.jsep.media.MediaKind;
import io.webrtc4j.sdp.Direction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the RTP media API of a connection does (W3C WebRTC §5.1). All methods in a step. */
final class Tracks {
  private final Connection connection;

  Tracks(Connection connection) {
    this.connection = connection;
  }

  RTCRtpSender add(MediaStreamTrack track, List<MediaStream> streams) {
    List<RTCRtpTransceiver> all = connection.transceivers.inOrder();
    if (all.stream().anyMatch(each -> sends(each, track))) {
      throw RTCException.invalidAccess("a sender of this connection has the track already");
    }
    Optional<RTCRtpTransceiver> free = all.stream().filter(each -> isFree(each, track)).findFirst();
    RTCRtpSender sender =
        free.isPresent() ? reuse(free.get(), track, streams) : addNew(track, streams);
    connection.negotiationNeeded().update();
    return sender;
  }

  private static boolean sends(RTCRtpTransceiver transceiver, MediaStreamTrack track) {
    return !transceiver.isStopped() && track.equals(transceiver.sender().track());
  }

  /** Whether its sender never sent and has nothing to send, so that it may send {@code track}. */
  private static boolean isFree(RTCRtpTransceiver transceiver, MediaStreamTrack track) {
    Transceiver facts = transceiver.facts();
    return transceiver.sender().track() == null
        && facts.kind() == kind(track.kind())
        && !transceiver.isStopping()
        && !transceiver.hasEverSent();
  }

  private static RTCRtpSender reuse(
      RTCRtpTransceiver transceiver, MediaStreamTrack track, List<MediaStream> streams) {
    transceiver.sender().track(track);
    transceiver.sender().streams(streams);
    Transceiver facts = transceiver.facts();
    Direction direction = Direction.of(true, facts.direction().receives());
    transceiver.update(facts.withDirection(direction).withAddedByAddTrack());
    return transceiver.sender();
  }

  private RTCRtpSender addNew(MediaStreamTrack track, List<MediaStream> streams) {
    RTCRtpTransceiver transceiver =
        create(kind(track.kind()), track, Direction.SENDRECV, streams, List.of(), true);
    return transceiver.sender();
  }

  void remove(RTCRtpSender sender) {
    if (!sender.belongsTo(connection)) {
      throw RTCException.invalidAccess("the sender is another connection's");
    }
    RTCRtpTransceiver transceiver = sender.transceiver();
    Transceiver facts = transceiver.facts();
    if (transceiver.isStopping() || sender.track() == null) {
      return;
    }
    sender.track(null);
    transceiver.update(facts.withDirection(Direction.of(false, facts.direction().receives())));
    connection.negotiationNeeded().update();
  }

  RTCRtpTransceiver addTransceiver(
      String kind, @Nullable MediaStreamTrack track, RTCRtpTransceiverInit init) {
    MediaKind media = kind(kind);
    if (init.direction() == RTCRtpTransceiverDirection.STOPPED) {
      throw RTCException.type("a transceiver cannot begin as stopped");
    }
    List<RTCRtpEncodingParameters> encodings =
        SendEncodingsValidation.valid(
            init.sendEncodings(), kind, connection.capabilities.of(media).codecs());
    RTCRtpTransceiver transceiver =
        create(media, track, Directions.engine(init.direction()), init.streams(), encodings, false);
    connection.negotiationNeeded().update();
    return transceiver;
  }

  /** What createOffer's legacy options ask for (W3C WebRTC §4.4.3.3); null asks for nothing. */
  void offerToReceive(MediaKind kind, @Nullable Boolean receive) {
    if (receive == null) {
      return;
    }
    List<RTCRtpTransceiver> receiving =
        connection.transceivers.inOrder().stream()
            .filter(each -> !each.isStopping() && each.facts().kind() == kind)
            .filter(each -> each.facts().direction().receives())
            .toList();
    if (receive && receiving.isEmpty()) {
      create(kind, null, Direction.RECVONLY, List.of(), List.of(), false);
    } else if (!receive) {
      for (RTCRtpTransceiver each : receiving) {
        Transceiver facts = each.facts();
        each.update(facts.withDirection(Direction.of(facts.direction().sends(), false)));
      }
    }
  }

  private RTCRtpTransceiver create(
      MediaKind kind,
      @Nullable MediaStreamTrack track,
      Direction direction,
      List<MediaStream> streams,
      List<RTCRtpEncodingParameters> encodings,
      boolean byAddTrack) {
    JsepState next =
        connection
            .jsep()
            .addTransceiver(
                new Transceiver.Init(
                    kind,
                    direction,
                    byAddTrack,
                    track == null ? connection.newId() : track.id(),
                    streams.stream().map(MediaStream::id).distinct().toList(),
                    SendEncodings.negotiable(encodings)));
    connection.jsep(next);
    Transceiver facts = next.transceivers().get(next.transceivers().size() - 1);
    return connection.transceivers.add(facts, track, encodings);
  }

  static MediaKind kind(String kind) {
    return switch (kind) {
      case "audio" -> MediaKind.AUDIO;
      case "video" -> MediaKind.VIDEO;
      default -> throw RTCException.type("a kind is audio or video, not " + kind);
    };
  }
}
