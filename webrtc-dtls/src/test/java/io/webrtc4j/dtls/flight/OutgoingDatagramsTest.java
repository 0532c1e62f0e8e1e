package io.webrtc4j.dtls.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.RecordCounters;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.dtls.record.RecordLayer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OutgoingDatagramsTest {
  private static final int CERTIFICATE = 11;

  private final RecordCounters counters = new RecordCounters();

  @Property(tries = 100)
  void aFlightFitsIntoDatagramsOfAnySize(
      @ForAll @IntRange(min = 128, max = 1500) int size, @ForAll long seed) throws DecodeException {
    Random random = new Random(seed);
    List<Flight.Item> items = new ArrayList<>();
    List<HandshakeMessage> sent = new ArrayList<>();
    int total = 0;
    for (int seq = 0; seq < 4; seq++) {
      byte[] body = new byte[random.nextInt(1500)];
      random.nextBytes(body);
      sent.add(new HandshakeMessage(CERTIFICATE, seq, body));
      items.add(new Flight.Message(0, sent.get(seq)));
      total += body.length;
    }
    OutgoingDatagrams outgoing = new OutgoingDatagrams(new RecordLayer(counters), counters, size);
    outgoing.send(new Flight(items));
    List<byte[]> datagrams = poll(outgoing);
    assertThat(datagrams).allSatisfy(datagram -> assertThat(datagram.length).isLessThan(size + 1));
    // Nearly all of each datagram is used: 25 bytes of headers per record, 56 that may be left.
    assertThat(datagrams.size()).isLessThanOrEqualTo(2 + (total + 4 * 25) / (size - 25 - 56));
    assertThat(messagesIn(datagrams)).isEqualTo(sent.stream().map(this::hex).toList());
  }

  @Test
  void aSmallFlightIsOneDatagram() {
    OutgoingDatagrams outgoing = new OutgoingDatagrams(new RecordLayer(counters), counters, 1200);
    HandshakeMessage message = new HandshakeMessage(CERTIFICATE, 0, new byte[300]);
    outgoing.send(
        new Flight(
            List.of(
                new Flight.Message(0, message),
                new Flight.Message(0, message),
                new Flight.ChangeCipherSpec())));
    assertThat(poll(outgoing)).singleElement().satisfies(one -> assertThat(one).hasSize(664));
  }

  @Test
  void anAlertIsADatagramOfItsOwn() {
    OutgoingDatagrams outgoing = new OutgoingDatagrams(new RecordLayer(counters), counters, 1200);
    outgoing.send(Alert.fatal(AlertDescription.DECODE_ERROR));
    assertThat(poll(outgoing))
        .singleElement()
        .satisfies(one -> assertThat(one).hasSize(15).endsWith(2, 50));
  }

  @Test
  void whoNeverPollsDoesNotFillTheMemory() {
    OutgoingDatagrams outgoing = new OutgoingDatagrams(new RecordLayer(counters), counters, 1200);
    for (int i = 0; i < 1000; i++) {
      outgoing.send(Alert.warning(AlertDescription.NO_RENEGOTIATION));
    }
    assertThat(poll(outgoing)).hasSize(Outbox.MAX_DATAGRAMS);
    assertThat(counters.overflowed).isEqualTo(1000 - Outbox.MAX_DATAGRAMS);
  }

  private List<String> messagesIn(List<byte[]> datagrams) throws DecodeException {
    IncomingMessages incoming = new IncomingMessages(counters);
    List<String> messages = new ArrayList<>();
    for (byte[] datagram : datagrams) {
      RecordCursor record = new RecordCursor().over(PacketBuffer.wrap(datagram));
      while (record.next()) {
        ByteReader in = new ByteReader(datagram, record.bodyStart(), record.end());
        incoming.add(HandshakeFragment.parse(in), record.epoch());
        HandshakeMessage message = incoming.poll();
        if (message != null) {
          messages.add(hex(message));
        }
      }
      assertThat(record.atEnd()).isTrue();
    }
    return messages;
  }

  private String hex(HandshakeMessage message) {
    return HexFormat.of().formatHex(message.encode());
  }

  private static List<byte[]> poll(OutgoingDatagrams outgoing) {
    List<byte[]> datagrams = new ArrayList<>();
    PacketBuffer out = PacketBuffer.allocate(2000, 0);
    while (outgoing.poll(out)) {
      datagrams.add(out.toByteArray());
      out.clear();
    }
    return datagrams;
  }
}
