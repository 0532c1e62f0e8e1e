package io.webrtc4j.interop.matrix;

/** What the other stack does; the library is the other side. */
enum Role {
  /** It makes the offers, and the example program EchoServer answers. */
  OFFERS,

  /** It answers, and the example program EchoClient makes the offers. */
  SERVES
}
