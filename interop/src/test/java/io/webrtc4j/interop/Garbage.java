package io.webrtc4j.interop;

import io.webrtc4j.RTCPeerConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Datagrams from a stranger that mean nothing. */
final class Garbage {
  private static final Pattern HOST_CANDIDATE =
      Pattern.compile(
          "a=candidate:\\S+ 1 udp \\d+ (\\S+) (\\d+) typ host", Pattern.CASE_INSENSITIVE);

  /** First bytes of STUN, DTLS handshake, alert and data, TURN channels, RTP, and nothing known. */
  private static final int[] FIRST_BYTES = {
    0, 1, 3, 20, 21, 22, 23, 25, 31, 63, 64, 79, 128, 191, 255
  };

  private static final int[] LENGTHS = {0, 1, 2, 12, 13, 20, 28, 100, 1_200, 9_000};

  private Garbage() {}

  /** Sends some of each kind to each UDP host candidate of the connection. */
  static void sendToEachCandidateOf(RTCPeerConnection pc) {
    Matcher candidates =
        HOST_CANDIDATE.matcher(Objects.requireNonNull(pc.localDescription()).sdp());
    int found = 0;
    try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      while (candidates.find()) {
        found++;
        if (!candidates.group(1).contains(":")) {
          int port = Integer.parseInt(candidates.group(2));
          send(stranger, new InetSocketAddress(candidates.group(1), port));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (found == 0) {
      throw new AssertionError("No host candidate in " + pc.localDescription());
    }
  }

  private static void send(DatagramSocket stranger, InetSocketAddress to) throws IOException {
    Random random = new Random(1);
    for (int first : FIRST_BYTES) {
      for (int length : LENGTHS) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (length > 0) {
          bytes[0] = (byte) first;
        }
        stranger.send(new DatagramPacket(bytes, length, to));
      }
    }
  }
}
