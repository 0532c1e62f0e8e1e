package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsState;
import io.webrtc4j.ice.IceRole;
import io.webrtc4j.ice.IceState;
import io.webrtc4j.ice.mdns.MdnsName;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sdp.CandidateAttribute;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a session has to tell, in the order in which it happened. Transports are named by the {@link
 * TransportPlan#id} of their plans; nothing more is told of one that the plans no longer list, but
 * that its addresses are released.
 */
public sealed interface SessionEvent {

  /** The driver is to find local addresses for a transport and add them. */
  record GatheringNeeded(int transport) implements SessionEvent {}

  /** The driver may close the socket at {@code address}: no transport needs it any more. */
  record AddressReleased(int transport, InetSocketAddress address) implements SessionEvent {}

  /** The driver is to find out what a name stands for that the peer hides an address behind. */
  record NameResolutionNeeded(MdnsName name) implements SessionEvent {}

  /** Gathering went on. */
  record GatheringStateChanged(int transport, GatheringState state) implements SessionEvent {}

  /**
   * A local candidate to be signalled.
   *
   * @param ufrag its ICE generation
   */
  record LocalCandidate(int transport, CandidateAttribute candidate, String ufrag)
      implements SessionEvent {}

  /**
   * No more local candidates follow; to be signalled too.
   *
   * @param ufrag the ICE generation
   */
  record EndOfLocalCandidates(int transport, String ufrag) implements SessionEvent {}

  /**
   * ICE changed its state.
   *
   * @param reason why, in a sentence
   */
  record IceStateChanged(int transport, IceState state, String reason) implements SessionEvent {}

  /** A conflict with the peer changed our ICE role (RFC 8445 §7.3.1.1). */
  record IceRoleChanged(int transport, IceRole role) implements SessionEvent {}

  /**
   * Data takes another path from now on: our candidate of it and the peer's.
   *
   * @param state what ICE's state became by it, or null if it stays; it is not told by itself
   */
  record SelectedPairChanged(
      int transport,
      CandidateAttribute local,
      CandidateAttribute remote,
      @Nullable IceStateChanged state)
      implements SessionEvent {}

  /**
   * DTLS changed its state.
   *
   * @param reason why, in a sentence; empty where nothing is to be said
   * @param remoteCertificates once connected all that the peer sent, in DER, its own first; else
   *     empty
   */
  record DtlsStateChanged(
      int transport, DtlsState state, String reason, List<byte[]> remoteCertificates)
      implements SessionEvent {}

  /** Something happened to a data channel; its number is the session's. */
  record Data(DataChannelEvent event) implements SessionEvent {}

  /** Something happened to the media of a section. */
  record Media(RtpEvent event) implements SessionEvent {}

  /** A defect of ours has ended the session; the reason says which. */
  record Broken(String reason) implements SessionEvent {}
}
