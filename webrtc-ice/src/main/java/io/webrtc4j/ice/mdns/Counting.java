package io.webrtc4j.ice.mdns;

/** The running figures behind {@link MulticastDnsCounters}. */
final class Counting {
  long queriesSent;
  long responsesSent;
  long responsesUsed;
  long malformed;
  long unsupported;
  long notMulticastDns;
  long offLink;
  long conflicts;
  long beyondLimits;

  MulticastDnsCounters snapshot() {
    return new MulticastDnsCounters(
        queriesSent,
        responsesSent,
        responsesUsed,
        malformed,
        unsupported,
        notMulticastDns,
        offLink,
        conflicts,
        beyondLimits);
  }
}
