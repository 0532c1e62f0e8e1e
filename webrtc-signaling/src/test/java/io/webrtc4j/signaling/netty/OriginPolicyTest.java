package io.webrtc4j.signaling.netty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginPolicyTest {
  private static final boolean ON_LOOPBACK = true;
  private static final boolean ELSEWHERE = false;

  @Test
  void clientsWithoutAnOriginAreNoBrowsersAndMayConnect() {
    assertThat(policy().refusal(null, "localhost:8080", ON_LOOPBACK)).isNull();
    assertThat(policy("https://a.example").refusal(null, null, ELSEWHERE)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080, localhost:8080",
    "http://LOCALHOST:8080, localhost:8080",
    "http://127.0.0.1:8080, 127.0.0.1:8080",
    "http://[::1]:8080, [::1]:8080",
    "http://localhost, localhost:80",
    "https://localhost:443, localhost",
    "http://demo.localhost:1, demo.localhost:1"
  })
  void theServersOwnPagesMayConnect(String origin, String host) {
    assertThat(policy().refusal(origin, host, ON_LOOPBACK)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, localhost:8080",
    "http://localhost:8081, localhost:8080",
    "http://localhost, localhost:8080",
    "https://localhost, localhost:80",
    "http://localhost.evil.example:8080, localhost:8080",
    "null, localhost:8080",
    "http://, localhost:8080",
    "http://localhost:8080/path, localhost:8080",
    "http://user@localhost:8080, localhost:8080"
  })
  void foreignPagesMayNot(String origin, String host) {
    assertThat(policy().refusal(origin, host, ON_LOOPBACK)).isNotNull();
  }

  @Test
  void aNameThatWasMadeToPointAtLoopbackDoesNotMakeAPageTheServersOwn() {
    assertThat(policy().refusal("http://evil.example:8080", "evil.example:8080", ON_LOOPBACK))
        .isNotNull();
    assertThat(policy().refusal("http://real.example:8080", "real.example:8080", ELSEWHERE))
        .isNull();
  }

  @Test
  void listedOriginsMayConnectAndNoOthers() {
    OriginPolicy policy = policy("https://a.example", "https://b.example");
    assertThat(policy.refusal("https://b.example", "localhost", ON_LOOPBACK)).isNull();
    assertThat(policy.refusal("https://c.example", "localhost", ON_LOOPBACK)).isNotNull();
    assertThat(policy.refusal("http://localhost", "localhost", ON_LOOPBACK)).isNotNull();
  }

  @Test
  void theStarAllowsAll() {
    assertThat(policy("*").refusal("null", null, ELSEWHERE)).isNull();
  }

  private static OriginPolicy policy(String... allowed) {
    return new OriginPolicy(Set.of(allowed));
  }
}
