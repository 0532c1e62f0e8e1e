package io.webrtc4j.session.jsep;

import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import java.util.Optional;

/**
 * What an offer and its answer together say about the transport.
 *
 * @param remote the peer's end
 * @param dtlsRole ours
 * @param offeredHere whether the offer was ours
 */
public record Agreement(RemoteEnd remote, DtlsRole dtlsRole, boolean offeredHere) {

  /** The agreement, if both descriptions have a section for data that neither rejects. */
  static Optional<Agreement> of(Description local, Description remote) throws NegotiationException {
    Optional<DataSection> ours = DataSection.of(local.session());
    Optional<RemoteEnd> theirs = RemoteEnd.of(remote.session());
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    boolean offeredHere = local.type() == SdpType.OFFER;
    // A browser, too, takes an answer that does not say for one of the active side.
    Setup answered = offeredHere ? theirs.get().setup().orElse(Setup.ACTIVE) : setupOf(ours.get());
    // RFC 8842 §5.3: the active side is the client.
    boolean client = (answered == Setup.ACTIVE) != offeredHere;
    return Optional.of(
        new Agreement(theirs.get(), client ? DtlsRole.CLIENT : DtlsRole.SERVER, offeredHere));
  }

  private static Setup setupOf(DataSection section) {
    return section.media().attribute(SetupAttribute.class).orElseThrow().setup();
  }
}
