package io.webrtc4j.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignalingServerTest {
  private SignalingServer server = start(builder());

  private static SignalingServerBuilder builder() {
    return SignalingServer.builder().host("127.0.0.1").port(0);
  }

  private static SignalingServer start(SignalingServerBuilder builder) {
    return builder.build().start();
  }

  private void restart(SignalingServerBuilder builder) {
    server.close();
    server = start(builder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void twoClientsMeetTradeDescriptionsAndPart() throws Exception {
    try (TestClient ada = TestClient.connect(server);
        TestClient bob = TestClient.connect(server)) {
      ada.send("{'type':'join','room':'r','name':'Ada'}");
      JsonNode adaJoined = ada.next("joined");
      assertThat(adaJoined.get("members")).isEmpty();
      String adaId = adaJoined.get("id").textValue();

      bob.send("{'type':'join','room':'r','name':'Bob'}");
      JsonNode bobJoined = bob.next("joined");
      String bobId = bobJoined.get("id").textValue();
      assertThat(bobJoined.at("/members/0/id").textValue()).isEqualTo(adaId);
      assertThat(bobJoined.at("/members/0/name").textValue()).isEqualTo("Ada");
      assertThat(ada.next("member-joined").get("id").textValue()).isEqualTo(bobId);

      bob.send("{'type':'offer','to':'" + adaId + "','sdp':'v=0 ü'}");
      JsonNode offer = ada.next("offer");
      assertThat(offer.get("from").textValue()).isEqualTo(bobId);
      assertThat(offer.get("sdp").textValue()).isEqualTo("v=0 ü");
      ada.send("{'type':'answer','to':'" + bobId + "','sdp':'v=1'}");
      assertThat(bob.next("answer").get("sdp").textValue()).isEqualTo("v=1");
      ada.send("{'type':'candidate','to':'" + bobId + "','candidate':null}");
      assertThat(bob.next("candidate").get("candidate").isNull()).isTrue();

      ada.send("{'type':'leave'}");
      ada.next("left");
      assertThat(bob.next("member-left").get("id").textValue()).isEqualTo(adaId);
    }
  }

  @Test
  void whoClosesLeavesTheRoomAndIsAnswered() throws Exception {
    try (TestClient ada = TestClient.connect(server);
        TestClient bob = TestClient.connect(server)) {
      String adaId = ada.join("r");
      bob.join("r");
      ada.goAway();
      assertThat(ada.closeCode()).isEqualTo(1000);
      assertThat(bob.next("member-left").get("id").textValue()).isEqualTo(adaId);
    }
  }

  @Test
  void whoVanishesLeavesTheRoom() throws Exception {
    try (TestClient ada = TestClient.connect(server);
        TestClient bob = TestClient.connect(server)) {
      String adaId = ada.join("r");
      bob.join("r");
      ada.abort();
      assertThat(bob.next("member-left").get("id").textValue()).isEqualTo(adaId);
    }
  }

  @Test
  void whoAnswersNoPingLeavesTheRoomAndWhoDoesStays() throws Exception {
    restart(builder().pingInterval(Duration.ofMillis(100)));
    try (TestClient deaf = TestClient.connectWithoutReading(server);
        TestClient bob = TestClient.connect(server)) {
      bob.join("r");
      deaf.send("{'type':'join','room':'r'}");
      String deafId = bob.next("member-joined").get("id").textValue();
      assertThat(bob.next("member-left").get("id").textValue()).isEqualTo(deafId);
      bob.send("{'type':'leave'}").next("left");
    }
  }

  @Test
  void pagesOfOtherOriginsAreRefused() throws Exception {
    assertThatThrownBy(() -> TestClient.connect(server, "http://evil.example"))
        .cause()
        .isInstanceOfSatisfying(
            WebSocketHandshakeException.class,
            e -> assertThat(e.getResponse().statusCode()).isEqualTo(403));
    try (TestClient own =
        TestClient.connect(server, "http://127.0.0.1:" + server.address().getPort())) {
      own.join("r");
    }
  }

  @Test
  void listedOriginsAreNotRefused() throws Exception {
    restart(builder().allowedOrigin("https://a.example"));
    try (TestClient page = TestClient.connect(server, "https://a.example")) {
      page.join("r");
    }
  }

  @Test
  void oversizedMessagesEndTheConnection() throws Exception {
    restart(builder().maxMessageBytes(1000));
    try (TestClient ada = TestClient.connect(server)) {
      ada.send("{'type':'leave','x':'" + "x".repeat(900) + "'}").next("error");
      ada.send("{'type':'leave','x':'" + "x".repeat(1000) + "'}");
      assertThat(ada.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void oversizedMessagesInSmallPartsEndTheConnectionToo() throws Exception {
    restart(builder().maxMessageBytes(1000));
    try (TestClient ada = TestClient.connect(server)) {
      ada.sendPart("{'type':'leave','x':'" + "x".repeat(500), false)
          .sendPart("x".repeat(400), false)
          .sendPart("x".repeat(400), false);
      assertThat(ada.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void fragmentedMessagesAreOneMessage() throws Exception {
    try (TestClient ada = TestClient.connect(server)) {
      ada.sendPart("{'type':'jo", false).sendPart("", false).sendPart("in','room':'r'}", true);
      ada.next("joined");
    }
  }

  @Test
  void whoSendsTooMuchIsToldAndDisconnected() throws Exception {
    restart(builder().messageRate(1, 5));
    try (TestClient ada = TestClient.connect(server)) {
      for (int i = 0; i < 6; i++) {
        ada.send("{'type':'leave'}");
      }
      for (int i = 0; i < 5; i++) {
        assertThat(ada.next("error").get("code").textValue()).isEqualTo("not-joined");
      }
      assertThat(ada.next("error").get("code").textValue()).isEqualTo("rate-exceeded");
      assertThat(ada.closeCode()).isEqualTo(1008);
    }
  }

  @Test
  void binaryMessagesEndTheConnection() throws Exception {
    try (TestClient ada = TestClient.connect(server)) {
      ada.sendBinary(new byte[] {1, 2, 3});
      assertThat(ada.closeCode()).isEqualTo(1003);
    }
  }

  @Test
  void nonsenseIsAnsweredAndEndsNothing() throws Exception {
    try (TestClient ada = TestClient.connect(server)) {
      for (String nonsense : new String[] {"{", "[]", "{'type':'dance'}", "[".repeat(10_000)}) {
        assertThat(ada.send(nonsense).next("error").get("code").textValue())
            .isEqualTo("bad-message");
      }
      ada.join("r");
    }
  }

  @Test
  void whoReadsTooSlowlyIsDisconnected() throws Exception {
    restart(
        builder().messageRate(100_000, 100_000).maxMessageBytes(60_000).maxOutboundBytes(120_000));
    try (TestClient slow = TestClient.connectWithoutReading(server);
        TestClient ada = TestClient.connect(server)) {
      ada.join("r");
      slow.send("{'type':'join','room':'r'}");
      String slowId = ada.next("member-joined").get("id").textValue();
      String offer = "{'type':'offer','to':'" + slowId + "','sdp':'" + "x".repeat(59_000) + "'}";
      // What the kernel's buffers hold comes on top: some megabytes.
      int sent = 0;
      while (ada.hasNothingNew() && sent++ < 5_000) {
        ada.send(offer);
      }
      assertThat(ada.next("member-left").get("id").textValue()).isEqualTo(slowId);
    }
  }

  @Test
  void closingSaysGoodbyeToEveryClientAndEndsTheThread() throws Exception {
    try (TestClient ada = TestClient.connect(server);
        TestClient bob = TestClient.connect(server)) {
      ada.join("r");
      server.close();
      assertThat(ada.closeCode()).isEqualTo(1001);
      assertThat(bob.closeCode()).isEqualTo(1001);
    }
    server.close();
  }

  @Test
  void connectionsAreLimited() throws Exception {
    restart(builder().maxConnections(1));
    TestClient ada = TestClient.connect(server);
    ada.join("r");
    assertThatThrownBy(() -> TestClient.connect(server));
    ada.close();
  }
}
