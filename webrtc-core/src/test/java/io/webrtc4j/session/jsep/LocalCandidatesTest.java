package io.webrtc4j.session.jsep;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.CandidateAttribute;
import org.junit.jupiter.api.Test;

/** Our candidates in our descriptions, and which of them is the default. */
class LocalCandidatesTest {
  private static final String NAME = "1f4712db-ea17-4bcf-a596-105139dfd8bf.local";

  private final Negotiation negotiation = Ends.negotiation(1);

  @Test
  void theFirstAddressIsTheDefault() throws Exception {
    add("192.0.2.1", 4000);
    add("192.0.2.2", 4001);
    assertThat(offer()).contains("m=application 4000 ").contains("c=IN IP4 192.0.2.1\r\n");
  }

  @Test
  void aNameIsListedAndNeverTheDefault() throws Exception {
    add(NAME, 4000);
    assertThat(offer())
        .contains("m=application 9 ")
        .contains("c=IN IP4 0.0.0.0\r\n")
        .contains("a=candidate:1 1 udp 1 " + NAME + " 4000 typ host\r\n");
  }

  @Test
  void anAddressBehindANameIsTheDefault() throws Exception {
    add(NAME, 4000);
    add("127.0.0.1", 4001);
    assertThat(offer()).contains("m=application 4001 ").contains("c=IN IP4 127.0.0.1\r\n");
  }

  private void add(String address, int port) throws Exception {
    String text = "candidate:1 1 udp 1 " + address + " " + port + " typ host";
    negotiation.addLocalCandidate(CandidateAttribute.parse(text));
  }

  private String offer() throws NegotiationException {
    negotiation.setLocal(SdpType.OFFER, null, true);
    return Ends.text(negotiation.descriptions().pendingLocal());
  }
}
