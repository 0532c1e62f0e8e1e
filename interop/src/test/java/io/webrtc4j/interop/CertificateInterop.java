package io.webrtc4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.webrtc4j.RTCCertificate;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCKeygenAlgorithm;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.interop.browser.BrowserPeer;
import io.webrtc4j.interop.waiting.Waiting;
import io.webrtc4j.testkit.browser.BrowserKind;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RSA certificates at either end, with each side as the DTLS server. */
abstract class CertificateInterop extends InteropOnAPage {
  CertificateInterop(BrowserKind kind) {
    super(kind);
  }

  /** Each browser answers as the DTLS client, and so do we: who offers becomes the server. */
  @ParameterizedTest
  @CsvSource({
    "JVM, RSA, EC",
    "JVM, EC, RSA",
    "JVM, RSA, RSA",
    "BROWSER, RSA, EC",
    "BROWSER, EC, RSA",
    "BROWSER, RSA, RSA"
  })
  void theyConnect(Offerer offerer, String keyOfJvm, String keyOfBrowser) {
    JvmPeer jvm = new JvmPeer(configuration(keyOfJvm), page::logs);
    BrowserPeer browser = keyOfBrowser.equals("RSA") ? page.peerWithRsa() : page.peer();
    try (ConnectedPair pair = ConnectedPair.connect(jvm, browser, offerer)) {
      pair.firstChannel().send("hello");
      assertThat(browser.awaitMessage("first")).isEqualTo("hello");
      browser.send("first", "hello yourself");
      assertThat(pair.firstChannel().awaitMessage()).isEqualTo("hello yourself");

      assertThat(answer(jvm.connection(), offerer).sdp()).contains("a=setup:active");
      if (kind == BrowserKind.CHROMIUM) { // Firefox's statistics leave certificates out.
        assertThat(keysOfCertificates(browser)).containsExactlyInAnyOrder(keyOfJvm, keyOfBrowser);
      }
      String keyOfServer = offerer == Offerer.JVM ? keyOfJvm : keyOfBrowser;
      var report = Waiting.await(jvm.connection().report(), "the report", page::logs);
      assertThat(report.cipherSuite()).contains(keyOfServer.equals("RSA") ? "_RSA_" : "_ECDSA_");
    }
  }

  private RTCConfiguration configuration(String key) {
    if (!key.equals("RSA")) {
      return RTCConfiguration.defaults();
    }
    RTCCertificate certificate =
        Waiting.await(
            RTCPeerConnection.generateCertificate(RTCKeygenAlgorithm.RSASSA_PKCS1_V1_5_2048),
            "a certificate",
            page::logs);
    return RTCConfiguration.builder().certificates(certificate).build();
  }

  private static RTCSessionDescription answer(RTCPeerConnection pc, Offerer offerer) {
    return Objects.requireNonNull(
        offerer == Offerer.JVM ? pc.remoteDescription() : pc.localDescription());
  }

  /** What keys the two certificates of the connection have, as the browser sees them. */
  private static List<String> keysOfCertificates(BrowserPeer browser) {
    return StreamSupport.stream(browser.stats().spliterator(), false)
        .filter(entry -> entry.path("type").asText().equals("certificate"))
        .map(CertificateInterop::key)
        .toList();
  }

  private static String key(JsonNode entry) {
    byte[] encoded = Base64.getDecoder().decode(entry.get("base64Certificate").asText());
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(encoded))
          .getPublicKey()
          .getAlgorithm();
    } catch (CertificateException e) {
      throw new AssertionError("The browser's statistics have no certificate in " + entry, e);
    }
  }
}
