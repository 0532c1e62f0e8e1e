/**
 * A WebSocket signalling server: clients join rooms, and the server carries offers, answers and
 * candidates between a room's members. {@link io.webrtc4j.signaling.SignalingServer} is where to
 * begin.
 *
 * <h2>The messages</h2>
 *
 * <p>Every message is one JSON object in one WebSocket text message. From the client:
 *
 * <pre>{@code
 * {"type":"join", "room":"r", "name":"Ada"}                 name is optional
 * {"type":"offer", "to":"<id>", "sdp":"v=0…"}
 * {"type":"answer", "to":"<id>", "sdp":"v=0…"}
 * {"type":"candidate", "to":"<id>", "candidate":{"candidate":"candidate:…", "sdpMid":"0",
 *     "sdpMLineIndex":0, "usernameFragment":"…"}}             null: there are no more
 * {"type":"leave"}
 * }</pre>
 *
 * <p>From the server:
 *
 * <pre>{@code
 * {"type":"joined", "room":"r", "id":"<own id>", "members":[{"id":"<id>", "name":"Ada"}]}
 * {"type":"member-joined", "id":"<id>", "name":"Ada"}
 * {"type":"member-left", "id":"<id>"}
 * {"type":"offer" | "answer" | "candidate", "from":"<id>", …}  as sent, with from in place of to
 * {"type":"left", "room":"r"}
 * {"type":"error", "code":"unknown-member", "message":"…"}
 * }</pre>
 *
 * <p>The module's README describes fields, errors, limits and close codes.
 */
package io.webrtc4j.signaling;
