package io.webrtc4j.dtls.handshake;

import io.webrtc4j.common.DecodeException;

/** ServerHelloDone (RFC 5246 §7.4.5): nothing but the end of the server's flight. */
public record ServerHelloDone() {

  /** Reads the body, which must be empty. */
  public static ServerHelloDone parse(byte[] body) throws DecodeException {
    if (body.length != 0) {
      throw new DecodeException("ServerHelloDone with " + body.length + " bytes");
    }
    return new ServerHelloDone();
  }

  /** The body. */
  public byte[] encode() {
    return new byte[0];
  }
}
