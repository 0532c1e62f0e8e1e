package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.crypto.RecordCipher;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What all states share: settings, the transcript, and the flight that is being put together. */
final class HandshakeContext {
  private final HandshakeSettings settings;
  private final RandomGenerator random;
  private final RecordLayer records;
  private final Transcript transcript = new Transcript();
  private List<Flight.Item> items = new ArrayList<>();
  private int nextMessageSeq;

  HandshakeContext(HandshakeSettings settings, RandomGenerator random, RecordLayer records) {
    this.settings = settings;
    this.random = random;
    this.records = records;
  }

  HandshakeSettings settings() {
    return settings;
  }

  RandomGenerator random() {
    return random;
  }

  Transcript transcript() {
    return transcript;
  }

  /** Adds a message to the flight and to the transcript. */
  void send(int type, byte[] body) {
    HandshakeMessage message = new HandshakeMessage(type, nextMessageSeq++, body);
    transcript.add(message);
    items.add(new Flight.Message(records.currentWriteEpoch(), message));
  }

  /** Adds ChangeCipherSpec: what follows is encrypted. */
  void sendChangeCipherSpec() {
    items.add(new Flight.ChangeCipherSpec());
    records.writeEncrypted();
  }

  /** Gives the record layer its keys. */
  void install(RecordCipher read, RecordCipher write) {
    records.install(read, write);
  }

  /** The flight if one was put together, taken out. */
  @Nullable Flight takeFlight() {
    if (items.isEmpty()) {
      return null;
    }
    Flight flight = new Flight(List.copyOf(items));
    items = new ArrayList<>();
    return flight;
  }

  /** The message's body if it is of that type. */
  byte[] expect(int type, HandshakeMessage message) throws FatalAlertException {
    if (message.type() != type) {
      throw unexpected(HandshakeType.nameOf(type), message);
    }
    return message.body();
  }

  /** Another message came than {@code expected}. */
  static FatalAlertException unexpected(String expected, HandshakeMessage message) {
    return new FatalAlertException(
        AlertDescription.UNEXPECTED_MESSAGE, "expected " + expected + ", came " + message);
  }
}
