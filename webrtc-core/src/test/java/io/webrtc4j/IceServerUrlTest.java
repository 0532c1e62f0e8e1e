package io.webrtc4j;

import static io.webrtc4j.Errors.assertError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Validate an ICE server URL" of W3C WebRTC §4.4.1.5; RFC 7064 §3.1, RFC 7065 §3.1. */
class IceServerUrlTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "stun:example.org, stun, example.org, 3478, -",
        "stuns:example.org, stuns, example.org, 5349, -",
        "stun:example.org:8000, stun, example.org, 8000, -",
        "turn:example.org, turn, example.org, 3478, -",
        "turns:example.org, turns, example.org, 5349, -",
        "turn:example.org:8000?transport=udp, turn, example.org, 8000, udp",
        "turns:example.org?transport=tcp, turns, example.org, 5349, tcp",
        "TURN:EXAMPLE.org, turn, example.org, 3478, -",
        "stun:192.0.2.1:1, stun, 192.0.2.1, 1, -",
        "stun:[2001:db8::1], stun, 2001:db8:0:0:0:0:0:1, 3478, -",
        "stun:[2001:db8::1]:9, stun, 2001:db8:0:0:0:0:0:1, 9, -",
        "stun:[::ffff:192.0.2.1], stun, ::ffff:192.0.2.1, 3478, -"
      })
  void aUrlIsReadPartByPart(String url, String scheme, String host, int port, String transport) {
    assertThat(IceServerUrl.parse(url)).isEqualTo(new IceServerUrl(scheme, host, port, transport));
  }

  @Test
  void turnAndTlsAreToldByTheScheme() {
    assertThat(IceServerUrl.parse("turns:a").isTurn()).isTrue();
    assertThat(IceServerUrl.parse("turns:a").isSecure()).isTrue();
    assertThat(IceServerUrl.parse("stun:a").isTurn()).isFalse();
    assertThat(IceServerUrl.parse("stun:a").isSecure()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "stun",
        "relative-url",
        "http://example.org",
        "stun:",
        "stun://example.org",
        "turn://example.org/foo?x=y",
        "stun:/example.org",
        "stun:example.org/foo",
        "stun:user@example.org",
        "stun:@example.org",
        "stun:example.org#foo",
        "turn:example.org#",
        "stun:example.org?",
        "stun:example.org?transport=udp",
        "turn:example.org?",
        "turn:example.org?transport=",
        "turn:example.org?transport=sctp",
        "turn:example.org?transport=UDP",
        "turn:example.org?transport=udp&x=y",
        "stun:example.org:65536",
        "stun:example.org:99999999999",
        "stun:example.org:b",
        "stun:example.org:-21",
        "stun:example.org: 21",
        "stun:a:b:c",
        "stun:a b",
        "stun:a\\b",
        "stun:a<b",
        "stun:a[b",
        "stun:a%00b",
        "stun:a%25",
        "stun:a%zz",
        "stun:a%80",
        "stun:[example.org]",
        "stun:[::1",
        "stun:[::1]x",
        "stun:[1:2:3]",
        "stun:[1::2::3]",
        "stun:[::1%25eth0]",
        "stun:[::1.2.3]",
        "stun:[::1.2.3.4x]",
        "stun:[::127.0.0.1.]",
        "stun:[::1.2.3.256]",
        "stun:192.0.2.257",
        "stun:256.256.256.256",
        "stun:1.2.3.4.5",
        "stun:1.2.3.09",
        "stun:0xffffffff1",
        "stun:10000000000",
        "stun:99999999999999999999999",
        "stun:a.b.xn--pokxncvks",
        "stun:a.b.XN--pokxncvks",
        "stun:xn--",
        "stun:xn--a-\u00e4",
        "stun:a\u00a0b",
        "stun:a\ufffdb",
        "stun:\ufdd0zyx.com",
        "stun:\uff05\uff14\uff11.com"
      })
  void whatIsNoUrlOfAServerIsASyntaxError(String url) {
    assertError("SyntaxError", () -> IceServerUrl.parse(url));
  }

  @ParameterizedTest
  @CsvSource({
    "stun:ex%61mple.net, example.net",
    "stun:example.net:, example.net",
    "stun:example.net:000003478, example.net",
    "stun:., .",
    "stun:1.2.3.4., 1.2.3.4",
    "stun:192.168.257, 192.168.1.1",
    "stun:256, 0.0.1.0",
    "stun:0xffffffff, 255.255.255.255",
    "stun:0300.0250.1.0x10, 192.168.1.16",
    "stun:256.com, 256.com",
    "stun:%30%78%63%30%2e%30%32%35%30.01, 192.168.0.1",
    "stun:\uff10\uff38\uff43\uff10\uff0e\uff10\uff12\uff15\uff10\uff0e\uff10\uff11, 192.168.0.1",
    "stun:www.foo\u3002bar.com, www.foo.bar.com",
    "stun:\uff27\uff4f.com, go.com",
    "stun:GOO\u200b\u2060\ufeffgoo.com, googoo.com",
    "stun:b\u00fccher.example, xn--bcher-kva.example",
    "stun:xn--bcher-kva.example, xn--bcher-kva.example",
    "stun:xn--strae-oqa.example, xn--strae-oqa.example",
    "stun:\u4f60\u597d, xn--6qq79v"
  })
  void aHostIsReadAsBrowsersReadIt(String url, String host) {
    assertThat(IceServerUrl.parse(url).host()).isEqualTo(host);
  }

  @Test
  void whatSurroundsAUrlAndBreaksItsLinesIsPassedOver() {
    assertThat(IceServerUrl.parse("\u0000\u001b stun:exam\tple.o\r\nrg:\n1\u001f \r"))
        .isEqualTo(new IceServerUrl("stun", "example.org", 1, null));
  }

  @Test
  void aPasswordInAUrlIsNotShown() {
    assertThatThrownBy(() -> IceServerUrl.parse("turn:user:secret@example.org"))
        .hasMessageContaining("@example.org")
        .hasMessageNotContaining("secret");
  }

  @Property
  void anyTextIsReadOrASyntaxError(@ForAll String text) {
    for (String prefix : new String[] {"", "stun:", "turn:[", "stun:xn--"}) {
      try {
        assertThat(IceServerUrl.parse(prefix + text).host()).isNotEmpty();
      } catch (RTCException e) {
        assertThat(e.name()).isEqualTo("SyntaxError");
      }
    }
  }
}
