package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsFingerprint;
import io.webrtc4j.ice.IceCredentials;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Ends of negotiations, and one round between two of them. */
final class Ends {
  private Ends() {}

  static Negotiation negotiation(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] digest = new byte[32];
    random.nextBytes(digest);
    return new Negotiation(
        new LocalEnd(
            IceCredentials.generate(random), new DtlsFingerprint("sha-256", digest), 5000, 262_144),
        random.nextLong(Long.MAX_VALUE));
  }

  /** One round with data, after which both are stable. */
  static void exchange(Negotiation offerer, Negotiation answerer) throws NegotiationException {
    offerer.setLocal(SdpType.OFFER, null, true);
    answerer.setRemote(SdpType.OFFER, text(offerer.descriptions().pendingLocal()));
    answerer.setLocal(SdpType.ANSWER, null, true);
    offerer.setRemote(SdpType.ANSWER, text(answerer.descriptions().currentLocal()));
  }

  static String text(@Nullable Description description) {
    return Objects.requireNonNull(description).text();
  }
}
