package io.webrtc4j.fuzz.targets;

import io.webrtc4j.fuzz.Target;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Session descriptions: what is understood is written byte for byte. */
public final class SdpTarget implements Target {
  private static final String SESSION =
      "v=0\r\no=- 4611731400430051336 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
  private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 0";
  private static final String CANDIDATE = "a=candidate:1 1 udp 1 127.0.0.1 9 typ host\r\n";
  private static final String DATA = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n";

  @Override
  public String name() {
    return "sdp";
  }

  @Override
  public Class<? extends Exception> declared() {
    return SdpParseException.class;
  }

  @Override
  public void accept(byte[] input) throws SdpParseException {
    String text = new String(input, StandardCharsets.UTF_8);
    SessionDescription description = SessionDescription.parse(text);
    String written = description.write();
    if (!SessionDescription.parse(written).write().equals(written)) {
      throw new IllegalStateException("written, read and written again it is another");
    }
    if (description.toString().isEmpty()) {
      throw new IllegalStateException("nothing is left for people to read");
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice and written three times.
    return 5 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    return Samples.named(
        "/sdp/chromium/av-data.offer.sdp",
        "/sdp/chromium/simulcast-3rids.offer.sdp",
        "/sdp/firefox/av-data.offer.sdp",
        "/sdp/firefox/data-only.answer.sdp",
        "every-kind-of-line.sdp");
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "media", size -> text(SESSION, DATA, size),
        "attributes", size -> text(SESSION + DATA, "a=x\r\n", size),
        "candidates", size -> text(SESSION, DATA + CANDIDATE.repeat(20), size),
        "a group", size -> text(SESSION + "a=group:BUNDLE", " 0", size),
        "formats", size -> text(SESSION, AUDIO + " 8".repeat(100) + "\r\n", size),
        "one long line", size -> text(SESSION + "a=x:", "y", size),
        "empty lines", size -> text("", "\n", size));
  }

  private static byte[] text(String head, String element, int size) {
    return Growing.repeated(
        head.getBytes(StandardCharsets.UTF_8), element.getBytes(StandardCharsets.UTF_8), size);
  }
}
