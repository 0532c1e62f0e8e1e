/** A WebSocket signalling server with rooms. */
@org.jspecify.annotations.NullMarked
module io.webrtc4j.signaling {
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires io.webrtc4j.common;
  requires org.slf4j;
  requires static transitive org.jspecify;

  exports io.webrtc4j.signaling;
}
