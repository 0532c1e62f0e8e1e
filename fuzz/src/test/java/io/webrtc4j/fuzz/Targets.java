package io.webrtc4j.fuzz;

import io.webrtc4j.fuzz.targets.CandidateTarget;
import io.webrtc4j.fuzz.targets.DcepTarget;
import io.webrtc4j.fuzz.targets.DependencyDescriptorTarget;
import io.webrtc4j.fuzz.targets.DtlsEngineTarget;
import io.webrtc4j.fuzz.targets.DtlsHandshakeTarget;
import io.webrtc4j.fuzz.targets.DtlsRecordTarget;
import io.webrtc4j.fuzz.targets.IceEngineTarget;
import io.webrtc4j.fuzz.targets.MdnsEngineTarget;
import io.webrtc4j.fuzz.targets.MdnsMessageTarget;
import io.webrtc4j.fuzz.targets.PayloadTarget;
import io.webrtc4j.fuzz.targets.RedTarget;
import io.webrtc4j.fuzz.targets.RtcpTarget;
import io.webrtc4j.fuzz.targets.RtpTarget;
import io.webrtc4j.fuzz.targets.SctpEngineTarget;
import io.webrtc4j.fuzz.targets.SctpPacketTarget;
import io.webrtc4j.fuzz.targets.SdpTarget;
import io.webrtc4j.fuzz.targets.SrtpTarget;
import io.webrtc4j.fuzz.targets.StunTarget;
import java.util.List;
import java.util.stream.Stream;

/** All targets. */
final class Targets {
  private Targets() {}

  static List<Target> all() {
    return Stream.concat(others(), PayloadTarget.all().stream()).toList();
  }

  private static Stream<Target> others() {
    return Stream.of(
        new StunTarget(),
        new IceEngineTarget(),
        new DtlsRecordTarget(),
        new DtlsHandshakeTarget(),
        DtlsEngineTarget.client(),
        DtlsEngineTarget.server(),
        DtlsEngineTarget.established(),
        new SctpPacketTarget(),
        new SctpEngineTarget(),
        new DcepTarget(),
        new RtpTarget(),
        new RtcpTarget(),
        new SrtpTarget(),
        new RedTarget(),
        new DependencyDescriptorTarget(),
        new MdnsMessageTarget(),
        new MdnsEngineTarget(),
        new SdpTarget(),
        new CandidateTarget());
  }

  static Target named(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no target is called " + name + "; there are " + names()));
  }

  static List<String> names() {
    return all().stream().map(Target::name).toList();
  }
}
