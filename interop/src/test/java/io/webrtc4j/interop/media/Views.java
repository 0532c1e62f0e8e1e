package io.webrtc4j.interop.media;

import io.webrtc4j.MediaStream;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpCodecParameters;
import io.webrtc4j.RTCRtpEncodingParameters;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCTrackEvent;
import io.webrtc4j.interop.media.PeerView.Codec;
import io.webrtc4j.interop.media.PeerView.TrackEvent;
import io.webrtc4j.interop.media.PeerView.Transceiver;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What the tests see of a connection of the library. */
final class Views {
  private final List<TrackEvent> tracks = new CopyOnWriteArrayList<>();
  private final Map<RTCRtpSender, List<String>> streams = new ConcurrentHashMap<>();

  /** A {@code track} event came. */
  void add(RTCTrackEvent event) {
    tracks.add(
        new TrackEvent(
            Objects.requireNonNull(event.transceiver().mid()),
            event.track().kind(),
            event.streams().stream().map(MediaStream::id).toList()));
  }

  /** A sender's track was put into these streams. */
  void remember(RTCRtpSender sender, List<MediaStream> its) {
    streams.put(sender, its.stream().map(MediaStream::id).toList());
  }

  PeerView of(RTCPeerConnection pc) {
    return new PeerView(
        pc.signalingState().toString(),
        pc.connectionState().toString(),
        pc.iceConnectionState().toString(),
        sdp(pc.localDescription()),
        sdp(pc.remoteDescription()),
        pc.getTransceivers().stream().map(this::of).toList(),
        List.copyOf(tracks));
  }

  private Transceiver of(RTCRtpTransceiver transceiver) {
    var sending = transceiver.sender().getParameters();
    return new Transceiver(
        transceiver.mid(),
        transceiver.receiver().track().kind(),
        transceiver.direction().toString(),
        transceiver.currentDirection() == null ? null : transceiver.currentDirection().toString(),
        sending.encodings().stream()
            .map(RTCRtpEncodingParameters::rid)
            .filter(Objects::nonNull)
            .toList(),
        streams.getOrDefault(transceiver.sender(), List.of()),
        codecs(sending.codecs()),
        codecs(transceiver.receiver().getParameters().codecs()));
  }

  private static List<Codec> codecs(List<RTCRtpCodecParameters> codecs) {
    return codecs.stream()
        .map(codec -> new Codec(codec.payloadType(), name(codec.mimeType())))
        .toList();
  }

  private static String name(String mimeType) {
    return mimeType.substring(mimeType.indexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  private static String sdp(@Nullable RTCSessionDescription description) {
    return description == null ? "" : description.sdp();
  }
}
