package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.SelfSignedCertificate;
import io.webrtc4j.dtls.crypto.SigningKey;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordLayer;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** The states of both sides talking without records, with someone in between who may change it. */
final class Dialogue {
  static final SigningKey CLIENT_KEY = SigningKey.generateP256(new SplittableRandom(1));
  static final SigningKey SERVER_KEY = SigningKey.generateP256(new SplittableRandom(2));

  final HandshakeContext client;
  final HandshakeContext server;
  private final UnaryOperator<HandshakeMessage> between;
  private HandshakeState clientState;
  private HandshakeState serverState = new AwaitClientHello();

  Dialogue(UnaryOperator<HandshakeMessage> between) {
    this(settings(CLIENT_KEY), settings(SERVER_KEY), between);
  }

  Dialogue(
      HandshakeSettings client, HandshakeSettings server, UnaryOperator<HandshakeMessage> between) {
    this.between = between;
    this.client = context(client, 11);
    this.server = context(server, 12);
    this.clientState = AwaitServerHello.start(this.client);
  }

  static HandshakeSettings settings(SigningKey key) {
    byte[] certificate =
        SelfSignedCertificate.encode(
            key, new SplittableRandom(3), Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
    return new HandshakeSettings(key, certificate, peer -> null, List.of());
  }

  private static HandshakeContext context(HandshakeSettings settings, long seed) {
    return new HandshakeContext(
        settings, new SplittableRandom(seed), new RecordLayer(new RecordCounters()));
  }

  /** Runs to the end, or to the exception of the side that has got something bad. */
  void run() throws FatalAlertException, DecodeException {
    while (!(clientState instanceof Established && serverState instanceof Established)) {
      Flight flight = client.takeFlight();
      if (flight != null) {
        for (Flight.Item item : flight.items()) {
          if (item instanceof Flight.Message message) {
            serverState = serverState.handle(between.apply(message.message()), server);
          }
        }
      }
      flight = server.takeFlight();
      if (flight != null) {
        for (Flight.Item item : flight.items()) {
          if (item instanceof Flight.Message message) {
            clientState = clientState.handle(between.apply(message.message()), client);
          }
        }
      }
    }
  }

  HandshakeResult clientResult() {
    return ((Established) clientState).result();
  }

  HandshakeResult serverResult() {
    return ((Established) serverState).result();
  }
}
