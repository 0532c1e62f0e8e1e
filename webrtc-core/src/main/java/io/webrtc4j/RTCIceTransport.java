package io.webrtc4j;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The ICE transport below a DTLS transport (W3C WebRTC §5.6). An ICE restart changes its state, not
 * the object.
 *
 * <p>May be used from any thread.
 */
public final class RTCIceTransport {
  private final Listeners<Event> stateChange = new Listeners<>();
  private final Listeners<Event> gatheringStateChange = new Listeners<>();
  private final Listeners<Event> selectedCandidatePairChange = new Listeners<>();
  private final List<RTCIceCandidate> localCandidates = new CopyOnWriteArrayList<>();
  private final Map<String, RTCIceCandidate> remoteCandidates =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private volatile RTCIceRole role = RTCIceRole.UNKNOWN;
  private volatile RTCIceTransportState state = RTCIceTransportState.NEW;
  private volatile RTCIceGathererState gatheringState = RTCIceGathererState.NEW;
  private volatile @Nullable RTCIceCandidatePair selected;
  private volatile @Nullable RTCIceParameters localParameters;
  private volatile @Nullable RTCIceParameters remoteParameters;

  RTCIceTransport() {}

  /** Whether this side decides which path is taken. */
  public RTCIceRole role() {
    return role;
  }

  /** Always {@code rtp}: RTCP goes over the same (RFC 8834 §4.5). */
  public RTCIceComponent component() {
    return RTCIceComponent.RTP;
  }

  /** How it does. */
  public RTCIceTransportState state() {
    return state;
  }

  /** How far the gathering of local candidates is. */
  public RTCIceGathererState gatheringState() {
    return gatheringState;
  }

  /** The candidates that were gathered and told. */
  public List<RTCIceCandidate> getLocalCandidates() {
    return List.copyOf(localCandidates);
  }

  /** The peer's candidates, as far as it told them. */
  public List<RTCIceCandidate> getRemoteCandidates() {
    synchronized (remoteCandidates) {
      return List.copyOf(remoteCandidates.values());
    }
  }

  /** The pair in use, or null while there is none. */
  public @Nullable RTCIceCandidatePair getSelectedCandidatePair() {
    return state == RTCIceTransportState.CLOSED ? null : selected;
  }

  /** Our username fragment and password, or null before a local description has them. */
  public @Nullable RTCIceParameters getLocalParameters() {
    return localParameters;
  }

  /** The peer's username fragment and password, or null before its description is known. */
  public @Nullable RTCIceParameters getRemoteParameters() {
    return remoteParameters;
  }

  /** {@link #state()} changed. */
  public ListenerRegistration onStateChange(Consumer<Event> listener) {
    return stateChange.add(listener);
  }

  /** {@link #gatheringState()} changed. */
  public ListenerRegistration onGatheringStateChange(Consumer<Event> listener) {
    return gatheringStateChange.add(listener);
  }

  /** {@link #getSelectedCandidatePair()} changed. */
  public ListenerRegistration onSelectedCandidatePairChange(Consumer<Event> listener) {
    return selectedCandidatePairChange.add(listener);
  }

  /** Takes the role that the first description gives; a conflict may change it later. In a step. */
  void roleFromDescription(boolean controlling) {
    if (role == RTCIceRole.UNKNOWN) {
      role(controlling);
    }
  }

  /** In a step. */
  void role(boolean controlling) {
    role = controlling ? RTCIceRole.CONTROLLING : RTCIceRole.CONTROLLED;
  }

  /** Those of a generation before it are forgotten. In a step. */
  void localParameters(RTCIceParameters next) {
    if (!next.equals(localParameters)) {
      localParameters = next;
      localCandidates.clear();
    }
  }

  /** Those of a generation before it are forgotten. In a step. */
  void remoteParameters(RTCIceParameters next) {
    if (!next.equals(remoteParameters)) {
      remoteParameters = next;
      remoteCandidates.clear();
    }
  }

  /** In a step. */
  void addLocal(RTCIceCandidate candidate) {
    localCandidates.add(candidate);
  }

  /** In a step. */
  void addRemote(RTCIceCandidate candidate) {
    remoteCandidates.putIfAbsent(candidate.candidate(), candidate);
  }

  /** Tells whether that is news; in a step. */
  boolean become(RTCIceTransportState next) {
    boolean news = state != next && state != RTCIceTransportState.CLOSED;
    if (news) {
      state = next;
    }
    return news;
  }

  /** Tells whether that is news; in a step. */
  boolean become(RTCIceGathererState next) {
    boolean news = gatheringState != next;
    gatheringState = next;
    return news;
  }

  /** In a step. */
  void select(RTCIceCandidatePair pair) {
    selected = pair;
  }

  void fireStateChange() {
    stateChange.fire(new Event("statechange"));
  }

  void fireGatheringStateChange() {
    gatheringStateChange.fire(new Event("gatheringstatechange"));
  }

  void fireSelectedCandidatePairChange() {
    selectedCandidatePairChange.fire(new Event("selectedcandidatepairchange"));
  }
}
