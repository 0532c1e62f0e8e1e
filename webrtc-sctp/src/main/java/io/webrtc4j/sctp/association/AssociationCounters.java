package io.webrtc4j.sctp.association;

/** What the association counts, beside what its halves count. */
final class AssociationCounters {
  long packetsSent;
  long bytesSent;
  long packetsReceived;
  long bytesReceived;
  long packetsDropped;
}
