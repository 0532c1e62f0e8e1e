package io.webrtc4j;

import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.JsepState;
import io.webrtc4j.jsep.RemoteCandidate;
import io.webrtc4j.jsep.RemoteCandidateAdded;
import io.webrtc4j.jsep.SdpType;
import io.webrtc4j.jsep.SectionRef;
import io.webrtc4j.jsep.media.NegotiationException;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The connection's transports as the user sees them, by the numbers that offer and answer give
 * them. All methods in a step.
 */
final class Transports {
  private final Connection connection;
  private final PeerDriver driver;
  private final AgreedMedia media;
  private final Map<Integer, RTCDtlsTransport> objects = new LinkedHashMap<>();
  private final Set<Integer> planned = new HashSet<>();
  private @Nullable RTCSctpTransport sctp;
  private @Nullable RTCSctpTransport stableSctp;

  Transports(Connection connection, PeerDriver driver) {
    this.connection = connection;
    this.driver = driver;
    this.media = new AgreedMedia(connection);
  }

  /** The transport's object, which is made when it is first asked for. */
  RTCDtlsTransport of(int id) {
    return Objects.requireNonNull(objects.computeIfAbsent(id, number -> new RTCDtlsTransport()));
  }

  /** The transport's object if it is in use. */
  @Nullable RTCDtlsTransport known(int id) {
    return objects.get(id);
  }

  /** Those that have something to do; a peer's offer has others, too. */
  List<RTCDtlsTransport> inUse() {
    return objects.entrySet().stream()
        .filter(entry -> planned.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  @Nullable RTCSctpTransport sctp() {
    return sctp;
  }

  void keepStable() {
    stableSctp = sctp;
  }

  void rollBack() {
    sctp = stableSctp;
    connection.visible.sctp(sctp);
  }

  /** Shows what the descriptions say of each transport, and which there are no more. */
  void planned(JsepState next) {
    List<TransportPlan> plans = next.transports();
    planned.clear();
    plans.forEach(plan -> planned.add(plan.id()));
    plans.forEach(this::show);
    List<RTCDtlsTransport> gone = new ArrayList<>();
    objects
        .entrySet()
        .removeIf(
            entry -> {
              int id = entry.getKey();
              boolean used = planned.contains(id);
              // A peer's offer has transports before there is anything for them to do.
              boolean described = used || !next.sections(id).isEmpty();
              return !described && gone.add(entry.getValue());
            });
    gone.forEach(object -> connection.queueTask(told -> end(object, told)));
  }

  private void show(TransportPlan plan) {
    RTCIceTransport ice = of(plan.id()).iceTransport();
    ice.roleFromDescription(plan.controlling());
    ice.localParameters(parameters(plan.local()));
    RemotePlan remote = plan.remote();
    if (remote != null) {
      ice.remoteParameters(parameters(remote.credentials()));
      remote.candidates().forEach(candidate -> ice.addRemote(visible(plan.id(), candidate)));
    }
  }

  private static RTCIceParameters parameters(IceCredentials credentials) {
    return new RTCIceParameters(credentials.ufrag(), credentials.pwd());
  }

  /** A candidate as the user sees it, named by the first section of its transport. */
  RTCIceCandidate visible(int transport, CandidateAttribute candidate) {
    List<SectionRef> sections = connection.jsep().sections(transport);
    SectionRef section = sections.isEmpty() ? new SectionRef("", 0) : sections.get(0);
    return new RTCIceCandidate(
        new RTCIceCandidateInit(candidate.text(), section.mid(), section.index(), null));
  }

  private static void end(RTCDtlsTransport object, List<Runnable> told) {
    if (object.iceTransport().become(RTCIceTransportState.CLOSED)) {
      told.add(object.iceTransport()::fireStateChange);
    }
    if (object.become(RTCDtlsTransportState.CLOSED)) {
      told.add(object::fireStateChange);
    }
  }

  /** Makes the transport of data channels visible, or takes it away. */
  void describeData(JsepState next, SdpType type) {
    if (type == SdpType.OFFER && sctp == null && next.dataMid().isPresent()) {
      sctp = new RTCSctpTransport(connection.visible);
    }
    if (type == SdpType.ANSWER && sctp != null && next.dataMid().isEmpty()) {
      sctp.close();
      sctp = null;
    }
    if (type == SdpType.ANSWER || type == SdpType.PRANSWER) {
      next.remoteMaxMessageSize().ifPresent(connection.visible::maxMessageSize);
    }
    RTCSctpTransport data = sctp;
    if (data != null) {
      next.dataMid().flatMap(next::transportOf).ifPresent(id -> data.transport(of(id)));
    }
    connection.visible.sctp(data);
  }

  /** Has the session make it so. */
  void apply(JsepState next) {
    List<TransportPlan> plans = next.transports();
    driver.execute((session, now) -> session.apply(plans, now));
    applyMedia(next);
  }

  /** Has the session send and receive what is agreed. */
  void applyMedia(JsepState next) {
    Map<Integer, List<SectionConfig>> sections = media.agree(next);
    driver.execute((session, now) -> session.media().apply(sections, now));
  }

  /** "addIceCandidate", W3C WebRTC §4.4.2. */
  void addRemoteCandidate(RTCIceCandidateInit init) throws NegotiationException {
    RemoteCandidate candidate = RemoteCandidates.parse(init);
    RemoteCandidateAdded added = connection.jsep().addRemoteCandidate(candidate);
    connection.jsep(added.state());
    connection.visible.descriptions(added.state());
    for (int transport : added.transports()) {
      CandidateAttribute attribute = candidate.candidate();
      RTCDtlsTransport object = objects.get(transport);
      if (object != null && attribute != null) {
        object.iceTransport().addRemote(visible(transport, attribute));
      }
      driver.execute(
          (session, now) ->
              session.addRemoteCandidate(transport, attribute, candidate.ufrag(), now));
    }
  }

  /** Closed by this side, of which there are no events. */
  void close() {
    for (RTCDtlsTransport object : objects.values()) {
      object.become(RTCDtlsTransportState.CLOSED);
      object.iceTransport().become(RTCIceTransportState.CLOSED);
    }
    if (sctp != null) {
      sctp.close();
    }
  }
}
