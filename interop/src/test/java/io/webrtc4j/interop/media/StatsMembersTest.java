package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCStatsType;
import io.webrtc4j.interop.InteropOnAPage;
import io.webrtc4j.testkit.Signaling;
import io.webrtc4j.testkit.VirtualNetwork;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The JSON of our statistics has the names that Chromium's objects of the same type have. */
class StatsMembersTest extends InteropOnAPage {
  /** The header of a VP8 key frame of 16 by 16 pixels (RFC 6386 §9.1). */
  private static final byte[] KEY_FRAME = {0x10, 0x02, 0, (byte) 0x9d, 1, 0x2a, 16, 0, 16, 0};

  /**
   * What Chromium 156 has for audio alone, or once something was sent again, of which there is
   * nothing on the page's own connections; and of the W3C's members what it has not.
   */
  private static final Map<String, Set<String>> NOT_SEEN =
      Map.of(
          "inbound-rtp",
          Set.of(
              "fecBytesReceived",
              "fecPacketsReceived",
              "packetsDiscarded",
              "retransmittedBytesReceived",
              "retransmittedPacketsReceived"),
          "remote-inbound-rtp",
          Set.of("packetsReceived"));

  StatsMembersTest() {
    super(BrowserKind.CHROMIUM);
  }

  @Test
  void eachMemberIsOneThatChromiumHas() throws IOException {
    Map<String, Set<String>> ours = ofTheLibrary();
    JsonNode theirs = page.call("statsMembers");
    assertThat(ours)
        .as("all but what devices do")
        .hasSize(RTCStatsType.values().length - 2)
        .doesNotContainKeys("media-source", "media-playout");
    Map<String, Set<String>> unknown = new TreeMap<>();
    ours.forEach(
        (type, members) -> {
          Set<String> left = new TreeSet<>(members);
          theirs.path(type).forEach(member -> left.remove(member.asText()));
          left.removeAll(NOT_SEEN.getOrDefault(type, Set.of()));
          unknown.put(type, left);
        });
    assertThat(unknown).as("Chromium has %s", theirs).allSatisfy((k, v) -> assertThat(v).isEmpty());
  }

  /** Of two connections in virtual time that send one another all there is. */
  private static Map<String, Set<String>> ofTheLibrary() throws IOException {
    VirtualNetwork network = new VirtualNetwork(1);
    RTCPeerConnection a = network.host("a").address("10.0.0.1").newConnection();
    RTCPeerConnection b = network.host("b").address("10.0.0.2").newConnection();
    Signaling.between(network, a, b, Duration.ofMillis(10));
    MediaStreamTrack audio = MediaStreamTrack.audio();
    MediaStreamTrack video = MediaStreamTrack.video();
    a.addTrack(audio);
    a.addTrack(video);
    RTCDataChannel channel = a.createDataChannel("data");
    channel.onOpen(event -> channel.send("hello"));
    network.run(Duration.ofSeconds(3));
    for (int i = 0; i < 500; i++) {
      audio.send(EncodedFrame.audio(new byte[80], i * 20_000L));
      video.send(EncodedFrame.video(Arrays.copyOf(KEY_FRAME, 500), i * 20_000L, true));
      network.run(Duration.ofMillis(20));
    }
    Map<String, Set<String>> members = new TreeMap<>();
    for (RTCPeerConnection each : List.of(a, b)) {
      String json = network.await(each.getStats()).toJson();
      for (JsonNode object : new ObjectMapper().readTree(json)) {
        Set<String> names =
            members.computeIfAbsent(object.get("type").asText(), any -> new TreeSet<>());
        object.fieldNames().forEachRemaining(names::add);
      }
    }
    return members;
  }
}
