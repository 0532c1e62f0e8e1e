package io.webrtc4j.ice;

import java.util.Objects;

/**
 * What an agent is made with.
 *
 * @param role the role to begin in; a conflict with the peer's may change it
 * @param localCredentials what the peer's checks have to be authenticated with
 * @param timings durations
 * @param limits bounds
 */
public record IceConfig(
    IceRole role, IceCredentials localCredentials, IceTimings timings, IceLimits limits) {

  /** All must be there. */
  public IceConfig {
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(localCredentials, "localCredentials");
    Objects.requireNonNull(timings, "timings");
    Objects.requireNonNull(limits, "limits");
  }

  /** With the default timings and limits. */
  public static IceConfig of(IceRole role, IceCredentials localCredentials) {
    return new IceConfig(role, localCredentials, IceTimings.defaults(), IceLimits.defaults());
  }

  /** This with other timings. */
  public IceConfig withTimings(IceTimings timings) {
    return new IceConfig(role, localCredentials, timings, limits);
  }

  /** This with other limits. */
  public IceConfig withLimits(IceLimits limits) {
    return new IceConfig(role, localCredentials, timings, limits);
  }
}
