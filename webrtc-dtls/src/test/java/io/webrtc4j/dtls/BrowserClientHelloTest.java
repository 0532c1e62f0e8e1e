package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.captures.Capture;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.sim.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The ClientHello of both browsers fills two datagrams, offers DTLS 1.3 too, and must be answered
 * by DTLS 1.2 in whatever order its parts come.
 */
class BrowserClientHelloTest {
  private static final int HEADER = 13;
  private static final int SEQUENCE_END = 10;

  static Stream<Capture> hellos() {
    return Stream.of(Capture.CHROMIUM_HELLO, Capture.FIREFOX_HELLO);
  }

  @ParameterizedTest
  @MethodSource("hellos")
  void twoFragmentsInEitherOrderAreAnswered(Capture capture) {
    List<byte[]> parts = capture.bytes();
    assertThat(parts).hasSize(2);
    for (List<Integer> order :
        List.of(
            List.of(0, 1),
            List.of(1, 0),
            List.of(0, 0, 1),
            List.of(1, 1, 1, 0),
            List.of(0, 1, 0, 1))) {
      DtlsEndpoint server = server();
      order.forEach(part -> server.receive(parts.get(part), 0));
      assertAnswered(server);
    }
  }

  @ParameterizedTest
  @MethodSource("hellos")
  void onePartAloneIsNotAnswered(Capture capture) {
    for (byte[] part : capture.bytes()) {
      DtlsEndpoint server = server();
      server.receive(part, 0);
      assertThat(server.pollAll()).isEmpty();
      assertThat(server.connection.state()).isEqualTo(DtlsState.CONNECTING);
    }
  }

  @ParameterizedTest
  @MethodSource("hellos")
  void aLostPartIsTakenFromTheRetransmission(Capture capture) {
    List<byte[]> parts = capture.bytes();
    for (int lost = 0; lost < 2; lost++) {
      DtlsEndpoint server = server();
      server.receive(parts.get(1 - lost), 0);
      // The same fragments in records with new sequence numbers, as captured after 87 ms.
      for (int part = 0; part < 2; part++) {
        byte[] again = parts.get(part).clone();
        again[SEQUENCE_END] = (byte) (2 + part);
        server.receive(again, Deadline.millis(87));
      }
      assertAnswered(server);
    }
  }

  @ParameterizedTest
  @MethodSource("hellos")
  void anyFragmentsWillDo(Capture capture) {
    HandshakeMessage hello = whole(capture);
    Seeds.forEach(
        30,
        seed -> {
          Random random = new Random(seed);
          List<byte[]> records = new ArrayList<>();
          int length = hello.body().length;
          for (int at = 0; at < length; ) {
            int size = Math.min(length - at, 1 + random.nextInt(400));
            int overlap = Math.min(at, random.nextInt(20));
            records.add(Records.fragment(hello, at - overlap, size + overlap));
            at += size;
          }
          Collections.shuffle(records, random);
          DtlsEndpoint server = server();
          records.forEach(record -> server.receive(record, 0));
          assertAnswered(server);
        });
  }

  @ParameterizedTest
  @MethodSource("hellos")
  void aRetransmittedHelloBringsTheFlightAgain(Capture capture) {
    DtlsEndpoint server = server();
    capture.bytes().forEach(part -> server.receive(part, 0));
    List<byte[]> first = server.pollAll();
    capture.bytes().forEach(part -> server.receive(part, Deadline.millis(80)));
    List<byte[]> second = server.pollAll();
    assertThat(second).hasSameSizeAs(first);
    assertThat(server.connection.counters().flightRetransmissions()).isEqualTo(1);
  }

  private static HandshakeMessage whole(Capture capture) {
    byte[] body = new byte[0];
    int type = 0;
    try {
      for (byte[] part : capture.bytes()) {
        HandshakeFragment fragment =
            HandshakeFragment.parse(new ByteReader(part, HEADER, part.length));
        type = fragment.type();
        int at = body.length;
        body = Arrays.copyOf(body, at + fragment.bytes().length);
        System.arraycopy(fragment.bytes(), 0, body, at, fragment.bytes().length);
      }
    } catch (DecodeException e) {
      throw new AssertionError(e);
    }
    return new HandshakeMessage(type, 0, body);
  }

  private static DtlsEndpoint server() {
    return new DtlsEndpoint(Pair.serverConfig(), 3).start();
  }

  private static void assertAnswered(DtlsEndpoint server) {
    List<byte[]> flight = server.pollAll();
    assertThat(flight).as(server.failure()).hasSize(1);
    byte[] datagram = flight.get(0);
    // ServerHello of DTLS 1.2, never a HelloVerifyRequest.
    assertThat(datagram[HEADER]).isEqualTo((byte) 2);
    assertThat(Arrays.copyOfRange(datagram, HEADER + 12, HEADER + 14))
        .isEqualTo(new byte[] {(byte) 0xfe, (byte) 0xfd});
  }
}
