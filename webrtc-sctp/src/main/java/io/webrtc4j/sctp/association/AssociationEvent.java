package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.rx.InboundMessage;
import java.util.List;

/** What an association tells. */
public sealed interface AssociationEvent {
  /** Data can flow, on so many streams in each direction. */
  record Established(int outboundStreams, int inboundStreams) implements AssociationEvent {}

  /** The peer began anew (RFC 9260 §5.2.4 A): all streams begin anew. */
  record Restarted(int outboundStreams, int inboundStreams) implements AssociationEvent {}

  /** A message came. */
  record Received(InboundMessage message) implements AssociationEvent {}

  /** The peer reset its outgoing streams; all of them if the list is empty. */
  record IncomingStreamsReset(List<Integer> streams) implements AssociationEvent {}

  /** Our outgoing streams are reset. */
  record OutgoingStreamsReset(List<Integer> streams) implements AssociationEvent {}

  /** Our outgoing streams could not be reset, and must not be used again. */
  record OutgoingResetFailed(List<Integer> streams, String reason) implements AssociationEvent {}

  /** The stream's buffered amount fell to its threshold or below. */
  record BufferedAmountLow(int stream) implements AssociationEvent {}

  /** The association failed; nothing follows. */
  record Failed(String reason) implements AssociationEvent {}

  /** The association ended in good order; nothing follows. */
  record Closed(String reason) implements AssociationEvent {}
}
