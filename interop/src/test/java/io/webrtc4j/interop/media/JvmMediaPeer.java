package io.webrtc4j.interop.media;

import io.webrtc4j.MediaStream;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCDataChannelInit;
import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.RTCOfferOptions;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCRtpCodec;
import io.webrtc4j.RTCRtpReceiver;
import io.webrtc4j.RTCRtpSender;
import io.webrtc4j.RTCRtpTransceiver;
import io.webrtc4j.RTCRtpTransceiverInit;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import io.webrtc4j.interop.JvmChannel;
import io.webrtc4j.interop.JvmPeer;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The library's side of a scenario. */
final class JvmMediaPeer implements MediaPeer {
  private final JvmPeer peer;
  private final RTCPeerConnection pc;
  private final Map<String, JvmChannel> channels = new HashMap<>();
  private final Map<String, MediaStream> streams = new HashMap<>();
  private final Map<String, RTCRtpSender> senders = new HashMap<>();
  private final Views views = new Views();

  /**
   * A new connection on loopback.
   *
   * @param configuration in the W3C's JSON form
   */
  JvmMediaPeer(Map<String, ?> configuration, Supplier<String> otherLogs) {
    this(new JvmPeer(Dictionaries.configuration(configuration), otherLogs));
  }

  private JvmMediaPeer(JvmPeer peer) {
    this.peer = peer;
    pc = peer.connection();
    pc.onTrack(views::add);
  }

  /** One that takes all versions of simulcast. */
  static JvmMediaPeer withSimulcast(Supplier<String> otherLogs) {
    return new JvmMediaPeer(JvmPeer.withSimulcast(Dictionaries.configuration(Map.of()), otherLogs));
  }

  RTCPeerConnection connection() {
    return pc;
  }

  /** A track that was added under this name. */
  MediaStreamTrack track(String name) {
    return Objects.requireNonNull(senders.get(name).track());
  }

  RTCRtpSender sender(String name) {
    return senders.get(name);
  }

  @Override
  public void addTrack(String track, String kind, String... names) {
    List<MediaStream> its = streams(List.of(names));
    RTCRtpSender sender = pc.addTrack(newTrack(kind), its.toArray(MediaStream[]::new));
    senders.put(track, sender);
    views.remember(sender, its);
  }

  @Override
  public void removeTrack(String track) {
    pc.removeTrack(senders.get(track));
  }

  @Override
  public void addTransceiver(String kind, TransceiverInit init) {
    List<MediaStream> its = streams(init.streams());
    RTCRtpTransceiverInit asked =
        new RTCRtpTransceiverInit(
            Dictionaries.direction(init.direction()), its, Dictionaries.encodings(init.rids()));
    RTCRtpTransceiver transceiver =
        init.withTrack()
            ? pc.addTransceiver(newTrack(kind), asked)
            : pc.addTransceiver(kind, asked);
    views.remember(transceiver.sender(), its);
  }

  @Override
  public void setDirection(int transceiver, String direction) {
    transceiver(transceiver).setDirection(Dictionaries.direction(direction));
  }

  @Override
  public void stop(int transceiver) {
    transceiver(transceiver).stop();
  }

  @Override
  public void replaceTrack(int transceiver, String kind) {
    peer.await(transceiver(transceiver).sender().replaceTrack(newTrack(kind)));
  }

  @Override
  public void setCodecPreferences(int transceiver, String... mimeTypes) {
    String kind = transceiver(transceiver).receiver().track().kind();
    List<RTCRtpCodec> all = Objects.requireNonNull(RTCRtpReceiver.getCapabilities(kind)).codecs();
    transceiver(transceiver)
        .setCodecPreferences(
            Arrays.stream(mimeTypes)
                .flatMap(
                    type -> all.stream().filter(codec -> codec.mimeType().equalsIgnoreCase(type)))
                .toList());
  }

  @Override
  public void restartIce() {
    pc.restartIce();
  }

  @Override
  public void openChannel(String label) {
    channels.put(label, peer.openChannel(label, RTCDataChannelInit.defaults()));
  }

  @Override
  public void awaitOpen(String label) {
    channel(label).await("open");
  }

  @Override
  public void send(String label, String text) {
    channel(label).send(text);
  }

  @Override
  public Object awaitMessage(String label) {
    return channel(label).awaitMessage();
  }

  @Override
  public Description setLocal() {
    peer.await(pc.setLocalDescription());
    RTCSessionDescription description = Objects.requireNonNull(pc.localDescription());
    return new Description(description.type().toString(), description.sdp());
  }

  @Override
  public void offerToReceive() {
    peer.await(pc.createOffer(new RTCOfferOptions(false, true, true)));
  }

  @Override
  public void negotiateAllHeaderExtensions() {
    throw new UnsupportedOperationException("the W3C has this in an extension's draft");
  }

  @Override
  public void rollBack() {
    peer.await(pc.setLocalDescription(new RTCSessionDescriptionInit(RTCSdpType.ROLLBACK, "")));
  }

  @Override
  public void setRemote(Description description) {
    RTCSdpType type = Dictionaries.named(RTCSdpType.values(), description.type());
    peer.await(pc.setRemoteDescription(new RTCSessionDescriptionInit(type, description.sdp())));
  }

  @Override
  public void onCandidate(Consumer<RTCIceCandidateInit> then) {
    peer.onCandidate(candidate -> then.accept(candidate.toJSON()));
  }

  @Override
  public void addCandidate(RTCIceCandidateInit candidate) {
    peer.await(pc.addIceCandidate(candidate));
  }

  @Override
  public void awaitConnected() {
    peer.awaitConnected();
  }

  @Override
  public PeerView view() {
    return views.of(pc);
  }

  @Override
  public boolean tellsAgainOfWhatItRefused() {
    return true;
  }

  @Override
  public String logs() {
    return peer.toString();
  }

  @Override
  public void close() {
    pc.close();
  }

  private RTCRtpTransceiver transceiver(int index) {
    return pc.getTransceivers().get(index);
  }

  private JvmChannel channel(String label) {
    return channels.computeIfAbsent(label, peer::awaitChannel);
  }

  private List<MediaStream> streams(List<String> names) {
    return names.stream()
        .map(name -> streams.computeIfAbsent(name, unknown -> new MediaStream()))
        .toList();
  }

  private static MediaStreamTrack newTrack(String kind) {
    return kind.equals("audio") ? MediaStreamTrack.audio() : MediaStreamTrack.video();
  }
}
