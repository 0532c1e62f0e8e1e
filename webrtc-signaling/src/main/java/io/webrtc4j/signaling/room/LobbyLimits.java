package io.webrtc4j.signaling.room;

/**
 * How much the server takes, and how long it waits.
 *
 * @param maxRooms the most rooms at a time
 * @param maxMembersPerRoom the most members in one room
 * @param framesPerSecond how many WebSocket frames a connection may send in the long run
 * @param frameBurst how many it may send at once after a pause
 * @param pingInterval nanoseconds of silence after which a connection is pinged, and again after
 *     each as many
 * @param maxSilence nanoseconds of silence after which a connection counts as dead
 */
public record LobbyLimits(
    int maxRooms,
    int maxMembersPerRoom,
    int framesPerSecond,
    int frameBurst,
    long pingInterval,
    long maxSilence) {}
