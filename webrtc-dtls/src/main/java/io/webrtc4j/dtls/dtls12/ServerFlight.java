package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.dtls.crypto.NamedGroup;

/**
 * What the client has learned from the server's flight.
 *
 * @param agreement of the hellos
 * @param peer the server's certificate
 * @param group of the key exchange
 * @param publicKey the server's half of it
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from state to state, never compared.
record ServerFlight(
    Agreement agreement, PeerCertificate peer, NamedGroup group, byte[] publicKey) {}
