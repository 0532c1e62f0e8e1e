package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.flight.IncomingMessages;
import io.webrtc4j.dtls.flight.OutgoingDatagrams;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.FatalAlertException;
import io.webrtc4j.dtls.record.ProtocolVersion;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.dtls.record.RecordLayer;
import io.webrtc4j.sim.Endpoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * A peer that has keys and knows the protocol, and breaks the rules: our own states, whose flights
 * are rewritten before they are sent. It has no timer: what it sends again, a test tells it to.
 */
public final class HostilePeer implements Endpoint<byte[]> {
  /** What the other side sent, with the epoch in which it came. */
  public record ReceivedAlert(int epoch, Alert alert) {}

  public final List<ReceivedAlert> alerts = new ArrayList<>();
  public final List<byte[]> applicationData = new ArrayList<>();
  private final RecordCounters counters = new RecordCounters();
  private final RecordLayer records = new RecordLayer(counters);
  private final OutgoingDatagrams outgoing = new OutgoingDatagrams(records, counters, 1200);
  private final IncomingMessages incoming = new IncomingMessages(counters);
  private final ArrayDeque<byte[]> injected = new ArrayDeque<>();
  private final HandshakeContext context;
  private final UnaryOperator<List<Flight.Item>> rewrite;
  private HandshakeState state = new AwaitClientHello();
  private Flight lastFlight = new Flight(List.of());

  /** One that rewrites its flights by {@code rewrite}. */
  public HostilePeer(HandshakeSettings settings, UnaryOperator<List<Flight.Item>> rewrite) {
    this.context = new HandshakeContext(settings, new SplittableRandom(66), records);
    this.rewrite = rewrite;
  }

  /** Sends its ClientHello. */
  public void startAsClient() {
    state = AwaitServerHello.start(context);
    sendFlight();
  }

  /** Whether it believes that the handshake is complete. */
  public boolean isEstablished() {
    return state instanceof Established;
  }

  /** Whether it has the keys of the session. */
  public boolean canEncrypt() {
    return records.canReadEncrypted();
  }

  /** Sends the last flight once more, as it was rewritten. */
  public void repeatFlight() {
    outgoing.send(lastFlight);
  }

  /** Puts a record on the link, in the clear or encrypted with the session's keys. */
  public void send(int epoch, int type, byte[] content) {
    injected.add(records.record(epoch, type, ProtocolVersion.DTLS_1_2, content));
  }

  @Override
  public byte[] poll(long now) {
    PacketBuffer out = PacketBuffer.allocate(20_000, 0);
    return outgoing.poll(out) ? out.toByteArray() : injected.poll();
  }

  @Override
  public void receive(byte[] packet, long now) {
    RecordCursor record = new RecordCursor().over(PacketBuffer.wrap(packet));
    while (record.next()) {
      byte[] content =
          record.epoch() == RecordLayer.PLAINTEXT_EPOCH
              ? Arrays.copyOfRange(record.array(), record.bodyStart(), record.end())
              : records.open(record);
      if (content != null) {
        try {
          handle(record.type(), record.epoch(), content);
        } catch (DecodeException | FatalAlertException e) {
          throw new AssertionError("the honest side is at fault", e);
        }
      }
    }
  }

  private void handle(int type, int epoch, byte[] content)
      throws DecodeException, FatalAlertException {
    switch (type) {
      case ContentType.ALERT -> alerts.add(new ReceivedAlert(epoch, Alert.parse(content)));
      case ContentType.APPLICATION_DATA -> applicationData.add(content);
      case ContentType.HANDSHAKE -> {
        incoming.add(HandshakeFragment.parse(new ByteReader(content)), epoch);
        for (HandshakeMessage next = incoming.poll(); next != null; next = incoming.poll()) {
          state = state.handle(next, context);
          sendFlight();
        }
      }
      default -> {}
    }
  }

  private void sendFlight() {
    Flight flight = context.takeFlight();
    if (flight != null) {
      lastFlight = new Flight(rewrite.apply(flight.items()));
      outgoing.send(lastFlight);
    }
  }

  @Override
  public void timeout(long now) {}

  @Override
  public long nextDeadline() {
    return Deadline.NEVER;
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }
}
