package io.webrtc4j;

/** Who listens to a connection. */
final class ConnectionListeners {
  final Listeners<RTCPeerConnectionIceEvent> iceCandidate = new Listeners<>();
  final Listeners<RTCPeerConnectionIceErrorEvent> iceCandidateError = new Listeners<>();
  final Listeners<Event> signalingStateChange = new Listeners<>();
  final Listeners<Event> iceGatheringStateChange = new Listeners<>();
  final Listeners<Event> iceConnectionStateChange = new Listeners<>();
  final Listeners<Event> connectionStateChange = new Listeners<>();
  final Listeners<RTCDataChannelEvent> dataChannel = new Listeners<>();
  final Listeners<RTCTrackEvent> track = new Listeners<>();
}
