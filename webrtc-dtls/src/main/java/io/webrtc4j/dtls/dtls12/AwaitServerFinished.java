package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.Finished;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.AlertDescription;
import io.webrtc4j.dtls.record.FatalAlertException;
import java.security.MessageDigest;

/**
 * The client has said all it has to say.
 *
 * @param flight what the server has said
 * @param secret of the session
 */
record AwaitServerFinished(ServerFlight flight, MasterSecret secret) implements HandshakeState {
  @Override
  public String awaits() {
    return "the server's Finished";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    Finished finished = Finished.parse(context.expect(HandshakeType.FINISHED, message));
    byte[] expected = secret.serverVerifyData(context.transcript());
    checkVerifyData("the server's", expected, finished);
    return new Established(
        HandshakeResult.of(flight.agreement(), flight.group(), flight.peer(), secret));
  }

  static void checkVerifyData(String whose, byte[] expected, Finished finished)
      throws FatalAlertException {
    if (!MessageDigest.isEqual(expected, finished.verifyData())) {
      throw new FatalAlertException(
          AlertDescription.DECRYPT_ERROR,
          whose + " Finished: the two sides did not see the same handshake");
    }
  }
}
