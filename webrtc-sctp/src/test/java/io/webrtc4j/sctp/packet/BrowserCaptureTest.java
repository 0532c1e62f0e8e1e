package io.webrtc4j.sctp.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Packets of Chromium 156 and Firefox 153, from our own capture of one calling the other: what we
 * write from their fields has their bytes, as their checksums prove.
 */
class BrowserCaptureTest {
  private static final int CHROMIUM_TAG = 0xc8ed99d6;
  private static final int FIREFOX_TAG = 0x4dfc22b2;

  @Test
  void chromiumsInit() {
    byte[] packet =
        Packets.of(
            0,
            new InitChunk(
                new InitFields(CHROMIUM_TAG, 5242880, 65535, 65535, 583367415),
                List.of(
                    new ForwardTsnSupported(),
                    new SupportedExtensions(List.of(ChunkType.RE_CONFIG, ChunkType.FORWARD_TSN)))));
    assertThat(checksum(packet)).isEqualTo("f54369d6");
    // 42 bytes and the padding.
    assertThat(packet).hasSize(44);
  }

  @Test
  void firefoxsInit() {
    byte[] packet =
        Packets.of(
            0,
            new InitChunk(
                new InitFields(FIREFOX_TAG, 16777216, 65535, 65535, 1837252758),
                List.of(
                    new ForwardTsnSupported(),
                    new SupportedExtensions(
                        List.of(
                            ChunkType.RE_CONFIG,
                            ChunkType.FORWARD_TSN,
                            ChunkType.I_DATA,
                            ChunkType.I_FORWARD_TSN)))));
    assertThat(checksum(packet)).isEqualTo("5f51cc05");
  }

  @Test
  void chromiumsDataChannelOpen() {
    byte[] open = HexFormat.of().parseHex("03000100000000000001000078");
    byte[] packet = Packets.data(FIREFOX_TAG, 3, 583367415, 1, 0, 50, open);
    assertThat(checksum(packet)).isEqualTo("003c89d0");
  }

  @Test
  void firefoxsDataChannelAck() {
    byte[] packet = Packets.data(CHROMIUM_TAG, 3, 1837252759, 1, 1, 50, new byte[] {2});
    assertThat(checksum(packet)).isEqualTo("31fc4ec5");
  }

  @Test
  void firefoxsCookieEcho() {
    String cookie =
        "64635343545030304dfc22b2c8ed99d66d82409622c57af7"
            + "0100000000000000000000000101010000000000ffffffff";
    byte[] echoed = HexFormat.of().parseHex(cookie);
    assertThat(new String(echoed, 0, 8, StandardCharsets.US_ASCII)).isEqualTo("dcSCTP00");
    byte[] packet = Packets.of(CHROMIUM_TAG, new CookieEchoChunk(OpaqueBytes.of(echoed)));
    assertThat(checksum(packet)).isEqualTo("f6e6c620");
  }

  private static String checksum(byte[] packet) {
    assertThat(new PacketChecksum().verify(PacketBuffer.wrap(packet))).isTrue();
    return HexFormat.of().formatHex(packet, 8, 12);
  }
}
