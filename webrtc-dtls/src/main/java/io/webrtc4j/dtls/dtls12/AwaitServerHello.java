package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.HelloVerifyRequest;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The client has sent its ClientHello.
 *
 * @param hello what it offers
 * @param cookies how many times a server may still ask for a cookie
 */
record AwaitServerHello(ClientHello hello, int cookies) implements HandshakeState {
  /** A server whose secret for cookies changed in between may ask twice. */
  private static final int MAX_COOKIES = 3;

  static HandshakeState start(HandshakeContext context) {
    ClientHello hello = ClientOffer.hello(context);
    context.send(HandshakeType.CLIENT_HELLO, hello.encode());
    return new AwaitServerHello(hello, MAX_COOKIES);
  }

  @Override
  public String awaits() {
    return "ServerHello";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    if (message.type() == HandshakeType.HELLO_VERIFY_REQUEST && cookies > 0) {
      return answer(HelloVerifyRequest.parse(message.body()), context);
    }
    ServerHello answer = ServerHello.parse(context.expect(HandshakeType.SERVER_HELLO, message));
    context.transcript().add(message);
    return new AwaitServerCertificate(ClientOffer.agree(hello, answer));
  }

  // RFC 6347 §4.2.1: the same hello again with the cookie. §4.2.6: what came before is not hashed.
  private HandshakeState answer(HelloVerifyRequest request, HandshakeContext context) {
    ClientHello withCookie = hello.withCookie(request.cookie());
    context.transcript().clear();
    context.send(HandshakeType.CLIENT_HELLO, withCookie.encode());
    return new AwaitServerHello(withCookie, cookies - 1);
  }
}
