package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpPacket;
import io.webrtc4j.rtp.rtcp.RtcpCompound;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers sent, with the keys that DTLS gave them. */
class BrowserCaptureTest {

  @ParameterizedTest
  @ValueSource(strings = {"chromium-firefox.txt", "firefox-firefox.txt"})
  void eachPacketIsUnprotectedAndUnderstood(String capture) throws Exception {
    String[] lines = lines(capture);
    String[] master = lines[0].split(" ", -1);
    SrtpProfile profile = Objects.requireNonNull(SrtpProfile.of(Integer.parseInt(master[1])));
    byte[] exported = Hex.bytes(master[2]);
    SrtpReceiveContext client = new SrtpReceiveContext(SrtpMasterKey.ofClient(profile, exported));
    SrtpReceiveContext server = new SrtpReceiveContext(SrtpMasterKey.ofServer(profile, exported));
    for (int i = 1; i < lines.length; i++) {
      String[] packet = lines[i].split(" ", -1);
      SrtpReceiveContext context = packet[0].equals("CLIENT") ? client : server;
      if (packet[1].equals("rtp")) {
        assertIsRtp(context, Hex.packet(packet[2]));
      } else {
        assertIsRtcp(context, Hex.packet(packet[2]));
      }
    }
    assertThat(lines.length).isGreaterThan(20);
  }

  private static void assertIsRtp(SrtpReceiveContext context, PacketBuffer packet)
      throws DecodeException {
    assertThat(context.unprotect(packet)).isEqualTo(SrtpStatus.OK);
    RtpPacket view = new RtpPacket().over(packet);
    boolean hasMid = view.extensions().find(3) || view.extensions().find(4);
    assertThat(hasMid).isTrue();
    assertThat(view.payloadLength() + view.paddingLength()).isPositive();
  }

  private static void assertIsRtcp(SrtpReceiveContext context, PacketBuffer packet)
      throws DecodeException {
    assertThat(context.unprotectRtcp(packet)).isEqualTo(SrtpStatus.OK);
    RtcpCompound compound = RtcpCompound.parse(packet);
    assertThat(compound.malformed()).isZero();
    assertThat(compound.unknown()).isZero();
    assertThat(compound.packets()).isNotEmpty();
    PacketBuffer written = PacketBuffer.allocate(2 * packet.length(), 0);
    RtcpCompound.write(compound.packets(), written);
    assertThat(RtcpCompound.parse(written)).isEqualTo(compound);
  }

  private static String[] lines(String name) throws IOException {
    try (InputStream in = BrowserCaptureTest.class.getResourceAsStream(name)) {
      if (in == null) {
        return fail("the resource " + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toArray(String[]::new);
    }
  }
}
