package io.webrtc4j.jsep;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.Direction;
import io.webrtc4j.sdp.ExtmapAttribute;
import io.webrtc4j.sdp.FmtpAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RtpmapAttribute;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.session.RemotePlan;
import io.webrtc4j.session.TransportPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is true of two ends whenever both are stable after a round. */
final class BothEnds {
  private BothEnds() {}

  static void agree(Peer one, Peer other) {
    assertThat(one.state.signaling()).isEqualTo(SignalingState.STABLE);
    assertThat(other.state.signaling()).isEqualTo(SignalingState.STABLE);
    if (one.state.descriptions().currentLocal() == null) {
      assertThat(other.state.descriptions()).isEqualTo(Descriptions.NONE);
      return;
    }
    sectionsAreTheSame(one.local(), other.local());
    mirrored(one, other);
    mirrored(other, one);
    transportsFit(one, other);
    numbersMeanOneThing(one);
    numbersMeanOneThing(other);
    assertThat(one.state.dataNegotiated()).isEqualTo(other.state.dataNegotiated());
    assertThat(one.state.dataMid()).isEqualTo(other.state.dataMid());
  }

  private static void sectionsAreTheSame(SessionDescription one, SessionDescription other) {
    assertThat(one.media()).hasSameSizeAs(other.media());
    for (int i = 0; i < one.media().size(); i++) {
      MediaDescription ours = one.media().get(i);
      MediaDescription theirs = other.media().get(i);
      assertThat(ours.media()).isEqualTo(theirs.media());
      assertThat(Sections.mid(ours)).isEqualTo(Sections.mid(theirs));
    }
  }

  private static void mirrored(Peer one, Peer other) {
    for (Transceiver ours : one.state.transceivers()) {
      if (ours.isAssociated() && !ours.stopped()) {
        Transceiver theirs =
            other.state.transceivers().stream()
                .filter(each -> Objects.equals(each.mid(), ours.mid()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody has the other end of " + ours));
        assertThat(theirs.kind()).isEqualTo(ours.kind());
        assertThat(theirs.index()).isEqualTo(ours.index());
        Direction direction = Objects.requireNonNull(ours.currentDirection());
        assertThat(theirs.currentDirection()).isEqualTo(direction.reversed());
        assertThat(direction.intersection(ours.direction())).as("%s", ours).isNotNull();
        assertThat(ours.negotiated()).isNotNull();
        assertThat(one.state.transportOf(Objects.requireNonNull(ours.mid()))).isPresent();
      }
    }
  }

  static void transportsFit(Peer one, Peer other) {
    List<TransportPlan> plans = one.state.transports();
    assertThat(other.state.transports()).hasSameSizeAs(plans);
    for (TransportPlan plan : plans) {
      List<SectionRef> sections = one.state.sections(plan.id());
      assertThat(sections).isNotEmpty();
      int id = other.state.transportOf(sections.get(0).mid()).orElseThrow();
      assertThat(other.state.sections(id)).isEqualTo(sections);
      TransportPlan theirs = find(other, id).orElseThrow();
      RemotePlan here = Objects.requireNonNull(plan.remote());
      RemotePlan there = Objects.requireNonNull(theirs.remote());
      assertThat(here.credentials()).isEqualTo(theirs.local());
      assertThat(there.credentials()).isEqualTo(plan.local());
      assertThat(here.dtlsRole() == DtlsRole.CLIENT).isEqualTo(there.dtlsRole() == DtlsRole.SERVER);
      assertThat(plan.controlling()).isEqualTo(!theirs.controlling());
      assertThat(here.data() == null).isEqualTo(there.data() == null);
    }
  }

  private static Optional<TransportPlan> find(Peer peer, int id) {
    return peer.state.transports().stream().filter(each -> each.id() == id).findFirst();
  }

  /** RFC 9143 §9.1, §15: of payload types and of header extensions, in each bundle. */
  static void numbersMeanOneThing(Peer peer) {
    Sections sections = Sections.of(peer.local());
    for (List<Integer> group : sections.bundles().groups()) {
      Map<String, String> meanings = new HashMap<>();
      for (int index : group) {
        for (Attribute line : sections.media(index).attributes()) {
          String number = number(line);
          if (number != null) {
            String meaning = String.valueOf(line.value()).replaceFirst("^[0-9]+", "");
            assertThat(meanings.merge(number, meaning, (old, more) -> old)).isEqualTo(meaning);
          }
        }
      }
    }
  }

  private static @Nullable String number(Attribute line) {
    if (line instanceof RtpmapAttribute rtpmap) {
      return "rtpmap " + rtpmap.payloadType();
    }
    if (line instanceof FmtpAttribute) {
      return "fmtp " + String.valueOf(line.value()).replaceFirst(" .*", "");
    }
    return line instanceof ExtmapAttribute extmap ? "extmap " + extmap.id() : null;
  }
}
