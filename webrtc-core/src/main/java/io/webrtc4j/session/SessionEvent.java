package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sdp.CandidateAttribute;
import io.webrtc4j.session.jsep.Descriptions;
import io.webrtc4j.session.jsep.SignalingState;

/** What a session has to tell, in the order in which it happened. */
public sealed interface SessionEvent {

  /** The driver is to find local addresses and add them. */
  record GatheringNeeded() implements SessionEvent {}

  /** The driver is to find out what a name stands for that the peer hides an address behind. */
  record NameResolutionNeeded(MdnsName name) implements SessionEvent {}

  /** Descriptions were applied, or grew by a candidate. */
  record DescriptionsChanged(Descriptions descriptions) implements SessionEvent {}

  /** The signalling state changed. */
  record SignalingStateChanged(SignalingState state) implements SessionEvent {}

  /** An offer should be made to carry what the user asked for. */
  record NegotiationNeeded() implements SessionEvent {}

  /** Gathering went on. */
  record GatheringStateChanged(GatheringState state) implements SessionEvent {}

  /**
   * A local candidate to be signalled.
   *
   * @param mid the section that it belongs to
   * @param index the section's place
   * @param ufrag its ICE generation
   */
  record LocalCandidate(CandidateAttribute candidate, String mid, int index, String ufrag)
      implements SessionEvent {}

  /** No more local candidates follow; to be signalled too. */
  record EndOfLocalCandidates(String mid, int index, String ufrag) implements SessionEvent {}

  /** ICE changed its state. */
  record IceStateChanged(IceState state, String reason) implements SessionEvent {}

  /** The transports for data channels are there: both descriptions are known. */
  record TransportsBegun() implements SessionEvent {}

  /** DTLS changed its state. */
  record DtlsStateChanged(DtlsState state) implements SessionEvent {}

  /**
   * The connection as a whole changed its state.
   *
   * @param reason why, in a sentence; empty where nothing is to be said
   */
  record ConnectionStateChanged(ConnectionState state, String reason) implements SessionEvent {}

  /** Something happened to a data channel; its number is the session's. */
  record Data(DataChannelEvent event) implements SessionEvent {}
}
