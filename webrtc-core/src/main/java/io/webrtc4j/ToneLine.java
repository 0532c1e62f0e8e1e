package io.webrtc4j;

import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.sdp.Direction;

/** Where a sender's telephone tones go. */
final class ToneLine implements DtmfLine {
  private static final String TELEPHONE_EVENT = "telephone-event";

  private final Connection connection;
  private final RTCRtpTransceiver transceiver;

  ToneLine(Connection connection, RTCRtpTransceiver transceiver) {
    this.connection = connection;
    this.transceiver = transceiver;
  }

  /** "Determine if DTMF can be sent", W3C WebRTC §7.3. */
  @Override
  public boolean canInsertDTMF() {
    Direction current = transceiver.facts().currentDirection();
    MediaParameters negotiated = transceiver.facts().negotiated();
    return connection.visible.connection == RTCPeerConnectionState.CONNECTED
        && !transceiver.isStopping()
        && transceiver.sender().track() != null
        && current != null
        && current.sends()
        && negotiated != null
        && negotiated.send().stream().anyMatch(each -> each.codec().is(TELEPHONE_EVENT));
  }

  @Override
  public void play(char tone, int durationMillis) {
    OutgoingMedia media = transceiver.sender().media();
    CodecLine codec = media.toneCodec();
    if (codec != null) {
      new ToneSignal(connection, media, codec, tone, durationMillis).play();
    }
  }

  @Override
  public void after(int millis, Runnable task) {
    connection.after(millis, task);
  }
}
