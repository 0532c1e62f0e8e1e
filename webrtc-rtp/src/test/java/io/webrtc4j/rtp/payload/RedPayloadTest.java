package io.webrtc4j.rtp.payload;

import static io.webrtc4j.rtp.payload.Through.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RedPayloadTest {
  private final RedPayload red = new RedPayload();

  @Test
  void blocksComeOldestFirstWithTheirOffsets() throws DecodeException {
    // RFC 2198 §3: F, payload type 111, offsets of 1920 and 960, lengths of 2 and 1; then F=0.
    assertThat(blocks("ef1e0002 ef0f0001 6f 1122 33 445566"))
        .containsExactly("111 1920 1122", "111 960 33", "111 0 445566 primary");
    assertThat(blocks("ffffffff" + "05".repeat(1 + 1023)))
        .as("the largest numbers")
        .containsExactly("127 16383 " + "05".repeat(1023), "5 0  primary");
  }

  @Test
  void aPrimaryBlockMayStandAlone() throws DecodeException {
    assertThat(blocks("60 9080b784")).containsExactly("96 0 9080b784 primary");
    assertThat(blocks("60")).containsExactly("96 0  primary");
  }

  @Test
  void headersThatEndEarlyAreRefused() {
    for (String payload : List.of("", "ef", "ef1e00", "ef1e0002", "ef1e0002 6f 11", "ef1e0000")) {
      assertThatThrownBy(() -> blocks(payload)).as(payload).isInstanceOf(DecodeException.class);
      assertThat(red.next()).isFalse();
    }
  }

  @Property
  void ofAnyBytesTheBlocksAreWithinThem(@ForAll @Size(max = 60) byte[] bytes) {
    byte[] amid = new byte[bytes.length + 10];
    System.arraycopy(bytes, 0, amid, 5, bytes.length);
    try {
      red.over(amid, 5, 5 + bytes.length);
    } catch (DecodeException e) {
      return;
    }
    int at = -1;
    while (red.next()) {
      if (at >= 0) {
        assertThat(red.start()).isEqualTo(at);
      }
      at = red.end();
      assertThat(red.start()).isBetween(6, at);
    }
    assertThat(at).isEqualTo(5 + bytes.length);
    assertThat(red.isPrimary()).isTrue();
  }

  private List<String> blocks(String payload) throws DecodeException {
    byte[] bytes = hex(payload);
    red.over(bytes, 0, bytes.length);
    List<String> blocks = new ArrayList<>();
    while (red.next()) {
      blocks.add(
          red.payloadType()
              + " "
              + red.timestampOffset()
              + " "
              + hex(Arrays.copyOfRange(bytes, red.start(), red.end()))
              + (red.isPrimary() ? " primary" : ""));
    }
    return blocks;
  }
}
