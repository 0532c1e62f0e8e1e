package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.record.FatalAlertException;

/** Which message comes next, and what is known until then. */
sealed interface HandshakeState
    permits AwaitServerHello,
        AwaitServerCertificate,
        AwaitServerKeyExchange,
        AwaitCertificateRequest,
        AwaitServerHelloDone,
        AwaitServerFinished,
        AwaitClientHello,
        AwaitClientCertificate,
        AwaitClientKeyExchange,
        AwaitCertificateVerify,
        AwaitClientFinished,
        Established {

  /** What it waits for, for people. */
  String awaits();

  /**
   * Takes the peer's next message and gives the next state. The state puts the message into the
   * transcript, before or after it has looked at that.
   *
   * @throws DecodeException if the message is not what its specification says
   * @throws FatalAlertException if the handshake cannot go on
   */
  HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException;
}
