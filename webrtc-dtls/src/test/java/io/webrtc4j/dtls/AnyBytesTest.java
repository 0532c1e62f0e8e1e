package io.webrtc4j.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.captures.Capture;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.SignatureAlgorithms;
import io.webrtc4j.dtls.extension.SupportedGroups;
import io.webrtc4j.dtls.extension.SupportedVersions;
import io.webrtc4j.dtls.extension.UseSrtp;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.Finished;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HelloVerifyRequest;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerHelloDone;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.Alert;
import io.webrtc4j.sim.LinkConditions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No bytes from the network make anything throw, hang, or grow. */
class AnyBytesTest {
  /** Reads bytes and throws nothing but {@link DecodeException}. */
  private interface Parser {
    Object parse(byte[] bytes) throws DecodeException;
  }

  private static final List<Parser> PARSERS =
      List.of(
          ClientHello::parse,
          ServerHello::parse,
          HelloVerifyRequest::parse,
          Certificate::parse,
          ServerKeyExchange::parse,
          CertificateRequest::parse,
          ServerHelloDone::parse,
          ClientKeyExchange::parse,
          CertificateVerify::parse,
          Finished::parse,
          Alert::parse,
          SupportedGroups::parse,
          SupportedVersions::parse,
          SignatureAlgorithms::parse,
          EcPointFormats::parse,
          UseSrtp::parse,
          bytes -> Extensions.parse(new ByteReader(bytes)),
          bytes -> HandshakeFragment.parse(new ByteReader(bytes)));

  @Property(tries = 1000)
  void everyParserTakesOrRefusesAnyBytes(@ForAll @Size(max = 200) byte[] bytes) {
    PARSERS.forEach(parser -> parse(parser, bytes));
  }

  @Test
  void everyParserTakesOrRefusesTruncatedAndChangedMessages() {
    Random random = new Random(1);
    for (byte[] datagram : captured()) {
      for (int i = 0; i < 300; i++) {
        int start = Math.min(datagram.length, 25);
        byte[] body = Arrays.copyOfRange(datagram, start, datagram.length);
        if (body.length > 0) {
          body[random.nextInt(body.length)] = (byte) random.nextInt();
          body = Arrays.copyOf(body, random.nextInt(body.length + 1));
        }
        for (Parser parser : PARSERS) {
          parse(parser, body);
        }
      }
    }
  }

  private static void parse(Parser parser, byte[] bytes) {
    try {
      assertThat(parser.parse(bytes)).isNotNull();
    } catch (DecodeException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  @Property(tries = 500)
  void anEngineTakesAnyDatagrams(@ForAll @Size(max = 20) List<@Size(max = 100) byte[]> datagrams) {
    for (DtlsEndpoint endpoint : endpoints(1)) {
      datagrams.forEach(datagram -> endpoint.receive(datagram, 0));
      assertThat(endpoint.connection.counters().datagramsReceived()).isEqualTo(datagrams.size());
      assertThat(endpoint.pollAll()).hasSizeLessThan(4);
    }
  }

  @Test
  void anEngineTakesChangedDatagramsOfOthers() {
    for (int seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<byte[]> captured = captured();
      for (DtlsEndpoint endpoint : endpoints(seed)) {
        for (int i = 0; i < 30; i++) {
          byte[] datagram = captured.get(random.nextInt(captured.size())).clone();
          for (int change = random.nextInt(4); change > 0; change--) {
            datagram[random.nextInt(Math.min(60, datagram.length))] = (byte) random.nextInt();
          }
          endpoint.receive(datagram, i * 60_000_000L);
        }
        assertThat(endpoint.isConnected()).isFalse();
      }
    }
  }

  @Test
  void aHandshakeWhoseDatagramsAreChangedNowAndThenComesToAnEnd() {
    int connected = 0;
    for (int seed = 0; seed < 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Pair pair = new Pair(LinkConditions.perfect(), seed);
      // The filter changes the packet itself, which both ends own no more.
      Predicate<byte[]> change =
          packet -> {
            if (random.nextInt(4) == 0) {
              packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
            }
            return true;
          };
      pair.link.aToB().filter(change);
      pair.link.bToA().filter(change);
      if (pair.connect()) {
        connected++;
      } else {
        assertThat(pair.client.failure() + pair.server.failure()).startsWith("DTLS: ");
      }
    }
    // Most changes break a signature or Finished; the rest are noise.
    assertThat(connected).isBetween(10, 90);
  }

  private static List<DtlsEndpoint> endpoints(long seed) {
    return List.of(
        new DtlsEndpoint(Pair.clientConfig(), seed).start(),
        new DtlsEndpoint(Pair.serverConfig(), seed).start());
  }

  private static List<byte[]> captured() {
    List<byte[]> datagrams = new ArrayList<>(Capture.CHROMIUM_CLIENT.bytes());
    datagrams.addAll(Capture.FIREFOX_CLIENT.bytes());
    datagrams.addAll(Capture.FIREFOX_HELLO.bytes());
    return datagrams;
  }
}
