package io.webrtc4j.ice;

/**
 * What the agent has received and not used, by reason, since it was made.
 *
 * @param malformed packets that are no STUN messages, or broken ones, or with a wrong fingerprint
 * @param unauthenticated requests and responses without message integrity or with a wrong one
 * @param unknownUser requests whose username is not ours
 * @param unknownTransaction responses to no request that is under way
 * @param asymmetric responses that came another way than their request went
 * @param unsupported methods, classes and required attributes that the agent does not know
 * @param beyondLimits candidates, pairs, early checks, answers and events that would have been more
 *     than {@link IceLimits} or the agent's own bounds allow
 * @param unknownLocalAddress packets that came to an address that is no candidate
 */
public record IceCounters(
    long malformed,
    long unauthenticated,
    long unknownUser,
    long unknownTransaction,
    long asymmetric,
    long unsupported,
    long beyondLimits,
    long unknownLocalAddress) {}
