package io.webrtc4j;

import org.jspecify.annotations.Nullable;

/**
 * How a data channel is to be (W3C WebRTC §6.2.1).
 *
 * @param ordered whether messages arrive in the order in which they were sent
 * @param maxPacketLifeTime milliseconds after which a message is given up, or null for reliable
 * @param maxRetransmits how often a message is sent again at most, or null for reliable
 * @param protocol a name of the application's choice, possibly empty
 * @param negotiated whether both sides create the channel themselves, with the same {@code id}
 * @param id the SCTP stream, from 0 to 65534; null to have one chosen
 */
public record RTCDataChannelInit(
    boolean ordered,
    @Nullable Integer maxPacketLifeTime,
    @Nullable Integer maxRetransmits,
    String protocol,
    boolean negotiated,
    @Nullable Integer id) {

  /** Reliable and ordered, opened in band. */
  public static RTCDataChannelInit defaults() {
    return new Builder().build();
  }

  /** A builder that begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the members; each has the W3C's default. */
  public static final class Builder {
    private boolean ordered = true;
    private @Nullable Integer maxPacketLifeTime;
    private @Nullable Integer maxRetransmits;
    private String protocol = "";
    private boolean negotiated;
    private @Nullable Integer id;

    private Builder() {}

    /** See {@link RTCDataChannelInit#ordered()}; true by default. */
    public Builder ordered(boolean ordered) {
      this.ordered = ordered;
      return this;
    }

    /** See {@link RTCDataChannelInit#maxPacketLifeTime()}. */
    public Builder maxPacketLifeTime(int milliseconds) {
      this.maxPacketLifeTime = milliseconds;
      return this;
    }

    /** See {@link RTCDataChannelInit#maxRetransmits()}. */
    public Builder maxRetransmits(int times) {
      this.maxRetransmits = times;
      return this;
    }

    /** See {@link RTCDataChannelInit#protocol()}; empty by default. */
    public Builder protocol(String protocol) {
      this.protocol = protocol;
      return this;
    }

    /** See {@link RTCDataChannelInit#negotiated()}; false by default. */
    public Builder negotiated(boolean negotiated) {
      this.negotiated = negotiated;
      return this;
    }

    /** See {@link RTCDataChannelInit#id()}. */
    public Builder id(int id) {
      this.id = id;
      return this;
    }

    /** The dictionary. */
    public RTCDataChannelInit build() {
      return new RTCDataChannelInit(
          ordered, maxPacketLifeTime, maxRetransmits, protocol, negotiated, id);
    }
  }
}
