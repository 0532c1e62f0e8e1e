package io.webrtc4j;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A STUN or TURN server, by one or more URLs (W3C WebRTC §4.2.2).
 *
 * @param urls such as {@code stun:stun.example.org} or {@code
 *     turns:turn.example.org:443?transport=tcp} (RFC 7064, RFC 7065)
 * @param username for TURN; null otherwise
 * @param credential the password, for TURN; null otherwise
 */
public record RTCIceServer(
    List<String> urls, @Nullable String username, @Nullable String credential) {
  /** Copies the list. */
  public RTCIceServer {
    urls = List.copyOf(urls);
  }

  /** A server that needs no credentials. */
  public RTCIceServer(String url) {
    this(List.of(url), null, null);
  }

  /** A server by several URLs, which needs no credentials. */
  public RTCIceServer(List<String> urls) {
    this(urls, null, null);
  }

  /** A TURN server. */
  public RTCIceServer(String url, @Nullable String username, @Nullable String credential) {
    this(List.of(url), username, credential);
  }

  /** Without the credential. */
  @Override
  public String toString() {
    String user = username == null ? "" : ", username=" + username;
    return "RTCIceServer[urls=" + urls + user + "]";
  }
}
