package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsCertificate;

/**
 * What a session needs to know at its beginning.
 *
 * @param certificate ours
 * @param maxMessageSize the largest data channel message that we take, in bytes
 */
public record SessionConfig(DtlsCertificate certificate, long maxMessageSize) {}
