package io.webrtc4j;

import io.webrtc4j.jsep.BundlePolicy;
import io.webrtc4j.jsep.JsepConfig;
import io.webrtc4j.jsep.media.MediaCapabilities;
import io.webrtc4j.world.World;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A connection's configuration, and what follows from it ("set the configuration", §4.4.1.6). */
final class Configuration {
  private final RTCCertificate certificate;
  private final long maxMessageSize;
  private final MediaCapabilities capabilities;
  private final boolean receiveSimulcast;
  private final Predicate<InetAddress> addressFilter;
  private volatile RTCConfiguration now;
  private @Nullable Connection connection;

  Configuration(
      RTCConfiguration initial, PeerSettings settings, World world, RandomGenerator random) {
    this.now = ConfigurationRules.check(initial, world.now());
    this.certificate =
        now.certificates().isEmpty()
            ? RTCCertificate.generate(random, world.now())
            : now.certificates().get(0);
    this.addressFilter = settings.addressFilter();
    this.maxMessageSize = settings.maxMessageSize();
    this.capabilities = MediaCapabilities.DEFAULT;
    this.receiveSimulcast = settings.receiveSimulcast();
  }

  /** Completes the construction. */
  void attach(Connection connection) {
    this.connection = connection;
  }

  RTCCertificate certificate() {
    return certificate;
  }

  RTCConfiguration now() {
    return now;
  }

  MediaCapabilities capabilities() {
    return capabilities;
  }

  /** Whether a host candidate may have this address; from any thread. */
  boolean mayTell(InetAddress address) {
    return now.iceTransportPolicy() != RTCIceTransportPolicy.RELAY && addressFilter.test(address);
  }

  /** In a step. */
  void set(RTCConfiguration next) {
    Connection shared = Objects.requireNonNull(connection);
    boolean described = shared.jsep().descriptions().local() != null;
    now = ConfigurationRules.checkChange(now, next, described);
    shared.jsep(shared.jsep().with(jsep()));
    shared.negotiationNeeded().update();
  }

  JsepConfig jsep() {
    return new JsepConfig(
        List.of(certificate.certificate().fingerprint()),
        maxMessageSize,
        BundlePolicy.valueOf(now.bundlePolicy().name()),
        now.alwaysNegotiateDataChannels(),
        capabilities,
        receiveSimulcast);
  }
}
