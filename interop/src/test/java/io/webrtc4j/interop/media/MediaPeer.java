package io.webrtc4j.interop.media;

import io.webrtc4j.RTCIceCandidateInit;
import io.webrtc4j.interop.browser.BrowserPeer.Description;
import java.util.function.Consumer;

/**
 * One side of a scenario: an {@code RTCPeerConnection}, whosever it is. Directions, kinds and
 * states are written as the W3C writes them; transceivers are counted from 0 in the order of {@code
 * getTransceivers}. Each method fails as the connection's does.
 */
interface MediaPeer extends AutoCloseable {
  /** Adds a new track, which is called {@code track} here, in streams that have names, too. */
  void addTrack(String track, String kind, String... streams);

  /** Removes a track that was added. */
  void removeTrack(String track);

  void addTransceiver(String kind, TransceiverInit init);

  void setDirection(int transceiver, String direction);

  void stop(int transceiver);

  /** Gives the transceiver's sender a new track. */
  void replaceTrack(int transceiver, String kind);

  /** Restricts a transceiver to the codecs of these types, in this order. */
  void setCodecPreferences(int transceiver, String... mimeTypes);

  void restartIce();

  void openChannel(String label);

  /** Waits until a channel is open, whoever made it; once for each. */
  void awaitOpen(String label);

  void send(String label, String text);

  Object awaitMessage(String label);

  /** Sets and gives the description that the signalling state asks for. */
  Description setLocal();

  /** Makes an offer that is not used, with the legacy options to receive audio and video. */
  void offerToReceive();

  /** Has offers list every header extension that it knows; browsers only. */
  void negotiateAllHeaderExtensions();

  /** Takes its offer back. */
  void rollBack();

  void setRemote(Description description);

  /** Hands over each of its candidates; not the end of them all. */
  void onCandidate(Consumer<RTCIceCandidateInit> then);

  void addCandidate(RTCIceCandidateInit candidate);

  /** Waits until the connection is connected. */
  void awaitConnected();

  PeerView view();

  /**
   * Whether there is another {@code track} event when an offer sends again what this side refused
   * in its last answer, as the W3C has it.
   */
  boolean tellsAgainOfWhatItRefused();

  /** What a failing test should show. */
  String logs();

  @Override
  void close();
}
