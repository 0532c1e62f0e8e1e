package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sources that have ended (RFC 3550 §6.6).
 *
 * @param ssrcs at most 31
 * @param reason 255 bytes of UTF-8 at most, or null
 */
public record Goodbye(List<Long> ssrcs, @Nullable String reason) implements RtcpPacket {

  /** Copies the list. */
  public Goodbye {
    Checks.atMost("sources", ssrcs.size(), RtcpHeader.MAX_COUNT);
    ssrcs = List.copyOf(ssrcs);
    if (reason != null) {
      RtcpText.check(reason);
    }
  }

  static Goodbye parse(int count, ByteReader body) throws DecodeException {
    List<Long> ssrcs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ssrcs.add(body.u32());
    }
    return new Goodbye(ssrcs, body.hasRemaining() ? RtcpText.parse(body) : null);
  }

  @Override
  public void write(ByteWriter writer) {
    int at = RtcpHeader.begin(writer, ssrcs.size(), RtcpHeader.GOODBYE);
    ssrcs.forEach(ssrc -> writer.u32(ssrc.longValue()));
    if (reason != null) {
      RtcpText.write(writer, reason);
    }
    RtcpHeader.end(writer, at);
  }
}
