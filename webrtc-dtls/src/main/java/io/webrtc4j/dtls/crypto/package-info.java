/**
 * Just the cryptography that a handshake and its records need: key shares, signatures, hashes and
 * the PRF, record ciphers, certificates. What can be negotiated stands in tables: {@link
 * io.webrtc4j.dtls.crypto.CipherSuite}, {@link io.webrtc4j.dtls.crypto.NamedGroup}, {@link
 * io.webrtc4j.dtls.crypto.SignatureScheme}; begin there.
 *
 * <p>The only package that knows Bouncy Castle (key exchange, signatures, certificates) and JCE
 * (bulk ciphers). Depends on webrtc-common.
 */
package io.webrtc4j.dtls.crypto;
