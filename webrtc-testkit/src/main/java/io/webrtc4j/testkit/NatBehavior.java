package io.webrtc4j.testkit;

import java.time.Duration;

/**
 * How a NAT behaves, in the words of RFC 4787. Immutable: begin with a kind and change one thing
 * after the other.
 *
 * @param mapping when packets from one inside port share an outside port (§4.1)
 * @param filtering whose packets are let in to an outside port (§5)
 * @param portPreservation whether the outside port is the inside one where that is free (§4.2.1);
 *     otherwise it is drawn by chance
 * @param hairpinning whether inside hosts reach one another by outside addresses (§6)
 * @param mappingTimeout how long a mapping lives without a packet (§4.3)
 * @param inboundRefresh whether packets from outside keep a mapping alive, too; those from inside
 *     always do
 */
public record NatBehavior(
    Dependence mapping,
    Dependence filtering,
    boolean portPreservation,
    boolean hairpinning,
    Duration mappingTimeout,
    boolean inboundRefresh) {

  /** RFC 4787 REQ-5: five minutes or more are recommended. */
  private static final Duration RECOMMENDED_TIMEOUT = Duration.ofMinutes(5);

  /** A NAT of these kinds that preserves ports, does not hairpin and forgets after 5 minutes. */
  public static NatBehavior of(Dependence mapping, Dependence filtering) {
    return new NatBehavior(mapping, filtering, true, false, RECOMMENDED_TIMEOUT, false);
  }

  /** "Full cone": who knows the outside port reaches the inside one. */
  public static NatBehavior fullCone() {
    return of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ENDPOINT_INDEPENDENT);
  }

  /** "Restricted cone": one outside port, and only addresses that were sent to may answer. */
  public static NatBehavior restrictedCone() {
    return of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ADDRESS_DEPENDENT);
  }

  /** "Port-restricted cone": one outside port, and only ports that were sent to may answer. */
  public static NatBehavior portRestrictedCone() {
    return of(Dependence.ENDPOINT_INDEPENDENT, Dependence.ADDRESS_AND_PORT_DEPENDENT);
  }

  /** "Symmetric": an outside port for each destination, drawn by chance. */
  public static NatBehavior symmetric() {
    return of(Dependence.ADDRESS_AND_PORT_DEPENDENT, Dependence.ADDRESS_AND_PORT_DEPENDENT)
        .withPortPreservation(false);
  }

  /** This behaviour with port preservation or without. */
  public NatBehavior withPortPreservation(boolean preserves) {
    return new NatBehavior(
        mapping, filtering, preserves, hairpinning, mappingTimeout, inboundRefresh);
  }

  /** This behaviour with hairpinning or without. */
  public NatBehavior withHairpinning(boolean hairpins) {
    return new NatBehavior(
        mapping, filtering, portPreservation, hairpins, mappingTimeout, inboundRefresh);
  }

  /** This behaviour with another timeout of mappings. */
  public NatBehavior withMappingTimeout(Duration timeout) {
    return new NatBehavior(
        mapping, filtering, portPreservation, hairpinning, timeout, inboundRefresh);
  }

  /** This behaviour with refreshing from outside or without. */
  public NatBehavior withInboundRefresh(boolean refreshes) {
    return new NatBehavior(
        mapping, filtering, portPreservation, hairpinning, mappingTimeout, refreshes);
  }
}
