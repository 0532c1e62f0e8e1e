package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.jsep.Descriptions;
import io.webrtc4j.session.jsep.SignalingState;

/** What a negotiated session has to tell, in the order in which it happened. */
public sealed interface NegotiatedEvent {

  /** Descriptions were applied, or grew by a candidate. */
  record DescriptionsChanged(Descriptions descriptions) implements NegotiatedEvent {}

  /** The signalling state changed. */
  record SignalingStateChanged(SignalingState state) implements NegotiatedEvent {}

  /** An offer should be made to carry what the user asked for. */
  record NegotiationNeeded() implements NegotiatedEvent {}

  /** Gathering went on. */
  record GatheringStateChanged(GatheringState state) implements NegotiatedEvent {}

  /**
   * A local candidate to be signalled.
   *
   * @param mid the section that it belongs to
   * @param index the section's place
   * @param ufrag its ICE generation
   */
  record LocalCandidate(CandidateAttribute candidate, String mid, int index, String ufrag)
      implements NegotiatedEvent {}

  /** No more local candidates follow; to be signalled too. */
  record EndOfLocalCandidates(String mid, int index, String ufrag) implements NegotiatedEvent {}

  /** ICE changed its state. */
  record IceStateChanged(IceState state, String reason) implements NegotiatedEvent {}

  /** The transports for data channels are there: both descriptions are known. */
  record TransportsBegun() implements NegotiatedEvent {}

  /** DTLS changed its state. */
  record DtlsStateChanged(DtlsState state) implements NegotiatedEvent {}

  /**
   * The connection as a whole changed its state.
   *
   * @param reason why, in a sentence; empty where nothing is to be said
   */
  record ConnectionStateChanged(ConnectionState state, String reason) implements NegotiatedEvent {}

  /** Something happened to a data channel; its number is the session's. */
  record Data(DataChannelEvent event) implements NegotiatedEvent {}
}
