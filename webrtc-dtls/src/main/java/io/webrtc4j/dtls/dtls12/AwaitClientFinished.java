package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.handshake.Finished;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.FatalAlertException;

/**
 * The server awaits the end of the client's flight, and then sends its last one.
 *
 * @param result what the handshake leaves if all goes well
 */
record AwaitClientFinished(HandshakeResult result) implements HandshakeState {
  @Override
  public String awaits() {
    return "the client's Finished";
  }

  @Override
  public HandshakeState handle(HandshakeMessage message, HandshakeContext context)
      throws DecodeException, FatalAlertException {
    Finished finished = Finished.parse(context.expect(HandshakeType.FINISHED, message));
    byte[] expected = result.masterSecret().clientVerifyData(context.transcript());
    AwaitServerFinished.checkVerifyData("the client's", expected, finished);
    context.transcript().add(message);
    context.sendChangeCipherSpec();
    context.send(
        HandshakeType.FINISHED, result.masterSecret().serverVerifyData(context.transcript()));
    return new Established(result);
  }
}
