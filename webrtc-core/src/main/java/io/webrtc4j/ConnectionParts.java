package io.webrtc4j;

import io.webrtc4j.driver.GatheringPolicy;
import io.webrtc4j.driver.PeerDriver;
import io.webrtc4j.session.PeerSession;
import io.webrtc4j.session.SessionConfig;
import io.webrtc4j.world.World;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Makes the parts of one connection and ends them. */
final class ConnectionParts {
  final Connection connection;
  final ConnectionListeners listeners = new ConnectionListeners();
  final Configuration configuration;
  final DescriptionSteps descriptions;
  final Transports transports;
  final Tracks tracks;
  final NewChannels newChannels;
  final ConnectionEvents events;
  final Statistics statistics;

  private final DataChannels channels;
  private final PeerDriver driver;

  ConnectionParts(RTCConfiguration initial, PeerSettings settings, World world) {
    RandomGenerator random = world.newRandom();
    this.configuration = new Configuration(initial, settings, world, random);
    RTCCertificate certificate = configuration.certificate();
    CallbackQueue callbacks = new CallbackQueue(settings.callbackExecutor(), world::waitInstead);
    this.connection =
        new Connection(
            callbacks,
            new VisibleState(),
            new Capabilities(configuration.capabilities()),
            configuration.jsep(),
            world.newRandom());
    this.configuration.attach(connection);
    ChannelIds ids = new ChannelIds();
    this.channels = new DataChannels(connection, listeners, ids);
    this.events = new ConnectionEvents(connection, listeners, channels);
    PeerSession session =
        new PeerSession(
            new SessionConfig(
                certificate.certificate(),
                settings.maxMessageSize(),
                connection.change(() -> connection.jsep().cname()),
                SessionConfig.ntp(world.now())),
            random,
            0);
    this.driver =
        new PeerDriver(
            world,
            session,
            new GatheringPolicy(
                settings.includeLoopback(),
                address -> configuration.mayTell(address),
                settings.minPort(),
                settings.maxPort(),
                settings.hideHostAddresses()),
            settings.callbackExecutor(),
            random,
            events);
    this.transports = new Transports(connection, driver);
    TransportStates states = new TransportStates(transports, connection.visible, listeners);
    this.newChannels = new NewChannels(connection, channels, ids, driver);
    this.descriptions =
        new DescriptionSteps(connection, transports, states, newChannels, listeners);
    this.tracks = new Tracks(connection);
    this.statistics = new Statistics(connection, channels, driver, world.now());
    connection.timer(driver::after);
    connection.loop(driver::execute);
    connection.onMediaChange(() -> transports.applyMedia(connection.jsep()));
    connection.statistics(statistics);
    events.attach(driver, session, transports, states);
  }

  CompletableFuture<PeerReport> report() {
    CompletableFuture<PeerReport> future = new CallbackFuture<>(connection.callbacks);
    boolean accepted =
        !connection.visible.isClosed()
            && driver.execute(
                (session, now) -> {
                  PeerReport report = ReportBuilder.of(session);
                  connection.callbacks.execute(() -> future.complete(report));
                });
    if (!accepted) {
      future.completeExceptionally(RTCException.invalidState("the connection is closed"));
    }
    return future;
  }

  /** "Close the connection", W3C WebRTC §4.4.2. */
  void close() {
    boolean first =
        connection.change(
            () -> {
              boolean marked = connection.markClosed();
              if (marked) {
                connection.visible.close();
                connection.transceivers.objects().forEach(RTCRtpTransceiver::stopForGood);
                connection.jsep(connection.jsep().close());
                transports.close();
              }
              return marked;
            });
    if (first) {
      connection.operations().close();
      boolean accepted =
          driver.execute(
              (session, now) -> {
                statistics.keepLast(session, now);
                channels.close();
                session.close(now);
              });
      if (!accepted) {
        events.onEnd(); // The event loops were shut down, and the sockets with them.
      }
    }
  }
}
