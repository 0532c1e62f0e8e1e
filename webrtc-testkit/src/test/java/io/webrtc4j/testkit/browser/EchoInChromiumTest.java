package io.webrtc4j.testkit.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCDataChannel;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescriptionInit;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("interop")
class EchoInChromiumTest {
  @RegisterExtension
  final BrowserExtension chromium = BrowserExtension.chromium(Path.of("src/test/www/echo.html"));

  @Test
  void thePageEchoes(BrowserPage page) throws Exception {
    PeerSettings local = PeerSettings.builder().includeLoopback(true).build();
    try (var connection = new RTCPeerConnection(RTCConfiguration.defaults(), local)) {
      RTCDataChannel channel = connection.createDataChannel("echo");
      CompletableFuture<String> echo = new CompletableFuture<>();
      channel.onOpen(event -> channel.send("hello"));
      channel.onMessage(event -> echo.complete(event.text()));
      connection.setLocalDescription().join();
      String offer = connection.localDescription().sdp();
      String answer = page.run("return await answer(args[0])", offer).asText();
      var description = new RTCSessionDescriptionInit(RTCSdpType.ANSWER, answer);
      connection.setRemoteDescription(description).join();
      assertEquals("hello", echo.get(20, TimeUnit.SECONDS), page::logs);
    }
  }
}
