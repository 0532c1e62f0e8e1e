package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.crypto.CipherSuite;
import org.jspecify.annotations.Nullable;

/**
 * What the two hellos agreed on.
 *
 * @param suite the cipher suite
 * @param clientRandom of the ClientHello
 * @param serverRandom of the ServerHello
 * @param extendedMasterSecret whether RFC 7627 is in force
 * @param srtpProfile number of the SRTP protection profile, or null
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from state to state, never compared.
record Agreement(
    CipherSuite suite,
    byte[] clientRandom,
    byte[] serverRandom,
    boolean extendedMasterSecret,
    @Nullable Integer srtpProfile) {}
