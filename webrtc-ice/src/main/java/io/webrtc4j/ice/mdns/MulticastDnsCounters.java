package io.webrtc4j.ice.mdns;

/**
 * What was sent on a link, and what came and was not used, by reason.
 *
 * @param queriesSent messages that ask
 * @param responsesSent messages that answer, announce or say good-bye
 * @param responsesUsed messages that resolved a name
 * @param malformed not DNS messages, or broken ones
 * @param unsupported other operations and errors (RFC 6762 §18.3, §18.11)
 * @param notMulticastDns responses from another port than 5353 (RFC 6762 §6)
 * @param offLink from elsewhere than the link (RFC 6762 §11)
 * @param conflicts another address for one of our names (RFC 6762 §9)
 * @param beyondLimits questions and answers that would have been more than the limits allow
 */
public record MulticastDnsCounters(
    long queriesSent,
    long responsesSent,
    long responsesUsed,
    long malformed,
    long unsupported,
    long notMulticastDns,
    long offLink,
    long conflicts,
    long beyondLimits) {}
