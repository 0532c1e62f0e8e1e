package io.webrtc4j.ice;

import io.webrtc4j.ice.stun.IntegrityKey;

/**
 * Credentials of one side with the key that its password gives.
 *
 * @param credentials username fragment and password
 * @param key for requests to this side and for its answers
 */
record SideSecret(IceCredentials credentials, IntegrityKey key) {
  static SideSecret of(IceCredentials credentials) {
    return new SideSecret(credentials, IntegrityKey.shortTerm(credentials.pwd()));
  }

  String ufrag() {
    return credentials.ufrag();
  }
}
