package io.webrtc4j.dtls.handshake;

/** Types of handshake messages (RFC 6347 §4.3.2). */
public final class HandshakeType {
  public static final int HELLO_REQUEST = 0;
  public static final int CLIENT_HELLO = 1;
  public static final int SERVER_HELLO = 2;
  public static final int HELLO_VERIFY_REQUEST = 3;
  public static final int CERTIFICATE = 11;
  public static final int SERVER_KEY_EXCHANGE = 12;
  public static final int CERTIFICATE_REQUEST = 13;
  public static final int SERVER_HELLO_DONE = 14;
  public static final int CERTIFICATE_VERIFY = 15;
  public static final int CLIENT_KEY_EXCHANGE = 16;
  public static final int FINISHED = 20;

  private HandshakeType() {}

  /** The RFC's name of a type, or its number. */
  public static String nameOf(int type) {
    return switch (type) {
      case HELLO_REQUEST -> "HelloRequest";
      case CLIENT_HELLO -> "ClientHello";
      case SERVER_HELLO -> "ServerHello";
      case HELLO_VERIFY_REQUEST -> "HelloVerifyRequest";
      case CERTIFICATE -> "Certificate";
      case SERVER_KEY_EXCHANGE -> "ServerKeyExchange";
      case CERTIFICATE_REQUEST -> "CertificateRequest";
      case SERVER_HELLO_DONE -> "ServerHelloDone";
      case CERTIFICATE_VERIFY -> "CertificateVerify";
      case CLIENT_KEY_EXCHANGE -> "ClientKeyExchange";
      case FINISHED -> "Finished";
      default -> "handshake message " + type;
    };
  }
}
