package io.webrtc4j.signaling.netty;

import io.webrtc4j.signaling.room.LobbyLimits;
import java.util.Map;
import java.util.Set;

/**
 * What the shell needs to know.
 *
 * @param path where WebSockets connect, such as {@code /signal}
 * @param allowedOrigins see {@link OriginPolicy}
 * @param content static content by its path prefix, which begins and ends with a slash
 * @param maxConnections the most TCP connections at a time
 * @param maxMessageBytes the longest message that a client may send
 * @param maxOutboundBytes how much may wait for a client that reads too slowly
 */
public record ServerSettings(
    String path,
    Set<String> allowedOrigins,
    Map<String, ContentSource> content,
    int maxConnections,
    int maxMessageBytes,
    int maxOutboundBytes,
    LobbyLimits lobbyLimits) {}
