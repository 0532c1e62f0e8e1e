package io.webrtc4j.fuzz.targets;

import io.webrtc4j.fuzz.Target;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.sdp.SdpParseException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Candidates as they are trickled. */
public final class CandidateTarget implements Target {
  private static final String HOST = "candidate:1 1 udp 2122260223 127.0.0.1 44891 typ host";

  @Override
  public String name() {
    return "candidate";
  }

  @Override
  public Class<? extends Exception> declared() {
    return SdpParseException.class;
  }

  @Override
  public void accept(byte[] input) throws SdpParseException {
    CandidateAttribute candidate =
        CandidateAttribute.parse(new String(input, StandardCharsets.UTF_8));
    CandidateAttribute again = CandidateAttribute.parse(candidate.text());
    if (!again.equals(candidate)) {
      throw new IllegalStateException(candidate + " is read again as " + again);
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written.
    return 3 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    return Stream.of(
            HOST,
            "a=" + HOST + " generation 0 ufrag RgHY network-id 1 network-cost 50\r\n",
            "candidate:0 1 UDP 2122252543 6f1d1c3e-0c2a-4c5e-8a34-1b7d7a2c9f10.local 5 typ host",
            "candidate:3 1 tcp 1518280447 ::1 9 typ host tcptype active",
            "candidate:2 1 udp 1686052607 192.0.2.1 1024 typ srflx raddr 0.0.0.0 rport 0")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "extensions", size -> text(HOST, " a b", size),
        "an address", size -> text("candidate:1 1 udp 1 ", "x", size),
        "spaces", size -> text(HOST, " ", size));
  }

  private static byte[] text(String head, String element, int size) {
    return Growing.repeated(
        head.getBytes(StandardCharsets.UTF_8), element.getBytes(StandardCharsets.UTF_8), size);
  }
}
