/**
 * The protocol's core: connections, rooms, members, limits and what to do with each message, as
 * plain objects that are told the time and know no network.
 *
 * <p>May depend on the messages and webrtc-common. One thread at a time; whoever drives a {@link
 * io.webrtc4j.signaling.room.Lobby} calls it with what came and then polls its actions. Begin
 * reading there.
 */
package io.webrtc4j.signaling.room;
