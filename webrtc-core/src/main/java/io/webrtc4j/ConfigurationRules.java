package io.webrtc4j;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What W3C WebRTC §4.4.1.1 and §4.4.1.5 (set a configuration) ask of configurations. */
final class ConfigurationRules {
  /** Servers beyond are ignored; the W3C asks for 32 at least (§4.2.1). */
  static final int MAX_ICE_SERVERS = 32;

  /** RFC 8489 §14.3: fewer than 509 bytes. */
  private static final int MAX_USERNAME_BYTES = 508;

  private ConfigurationRules() {}

  /**
   * Checks a new connection's configuration.
   *
   * @return the configuration to keep
   * @throws RTCException {@code InvalidAccessError} if a certificate has expired, or a TURN server
   *     lacks usable credentials; {@code SyntaxError} if a server's URL is malformed or it has none
   */
  static RTCConfiguration check(RTCConfiguration configuration, Instant now) {
    for (RTCCertificate certificate : configuration.certificates()) {
      if (certificate.expires().isBefore(now)) {
        throw RTCException.invalidAccess(
            "the certificate expired on " + certificate.expires() + ": generate a new one");
      }
    }
    return withCheckedServers(configuration);
  }

  /**
   * Checks a configuration that is to replace another.
   *
   * @param localDescriptionSet whether {@code setLocalDescription} was called
   * @return the configuration to keep
   * @throws RTCException {@code InvalidModificationError} if what cannot change does, and as {@link
   *     #check} for servers
   */
  static RTCConfiguration checkChange(
      RTCConfiguration before, RTCConfiguration after, boolean localDescriptionSet) {
    if (!sameObjects(before.certificates(), after.certificates())) {
      throw fixed("certificates");
    }
    if (before.bundlePolicy() != after.bundlePolicy()) {
      throw fixed("bundlePolicy");
    }
    if (before.rtcpMuxPolicy() != after.rtcpMuxPolicy()) {
      throw fixed("rtcpMuxPolicy");
    }
    if (before.alwaysNegotiateDataChannels() != after.alwaysNegotiateDataChannels()) {
      throw fixed("alwaysNegotiateDataChannels");
    }
    if (localDescriptionSet && before.iceCandidatePoolSize() != after.iceCandidatePoolSize()) {
      throw RTCException.invalidModification(
          "iceCandidatePoolSize cannot change after setLocalDescription");
    }
    return withCheckedServers(after);
  }

  /** Certificates are compared as objects, says the W3C. */
  private static boolean sameObjects(List<RTCCertificate> before, List<RTCCertificate> after) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) != after.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static RTCException fixed(String member) {
    return RTCException.invalidModification(
        member + " cannot change: take getConfiguration().toBuilder() and leave it as it is");
  }

  private static RTCConfiguration withCheckedServers(RTCConfiguration configuration) {
    List<RTCIceServer> servers = configuration.iceServers();
    if (servers.size() > MAX_ICE_SERVERS) {
      servers = servers.subList(0, MAX_ICE_SERVERS);
    }
    servers.forEach(ConfigurationRules::checkServer);
    return configuration.toBuilder().iceServers(servers).build();
  }

  private static void checkServer(RTCIceServer server) {
    if (server.urls().isEmpty()) {
      throw RTCException.syntax("an ICE server needs at least one URL");
    }
    for (String url : server.urls()) {
      if (IceServerUrl.parse(url).isTurn()) {
        checkCredentials(url, server);
      }
    }
  }

  private static void checkCredentials(String url, RTCIceServer server) {
    String username = server.username();
    String credential = server.credential();
    if (username == null || credential == null) {
      throw RTCException.invalidAccess(url + " needs a username and a credential");
    }
    if (!isOpaque(username) || !isOpaque(credential)) {
      throw RTCException.invalidAccess(
          "username or credential for " + url + " has control characters or is no Unicode");
    }
    if (username.getBytes(StandardCharsets.UTF_8).length > MAX_USERNAME_BYTES) {
      throw RTCException.invalidAccess(
          "the username for " + url + " has more than " + MAX_USERNAME_BYTES + " bytes");
    }
  }

  /**
   * RFC 8265 §4.2: no control characters, and well-formed Unicode. That a password has one octet at
   * least is not asked for: browsers take empty ones.
   */
  private static boolean isOpaque(String text) {
    return text.chars().noneMatch(Character::isISOControl) && isWellFormed(text);
  }

  private static boolean isWellFormed(String text) {
    try {
      StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
