package io.webrtc4j.signaling.room;

import io.webrtc4j.signaling.message.ServerMessage.Member;

/** A connection's place in a room. */
record Membership(Room room, Member member, long connection) {}
