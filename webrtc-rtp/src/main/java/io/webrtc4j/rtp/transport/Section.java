package io.webrtc4j.rtp.transport;

import io.webrtc4j.rtp.receive.ReceiveConfig;
import io.webrtc4j.rtp.send.SendStream;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.RtpCodec;
import io.webrtc4j.rtp.session.SectionConfig;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One media section, as negotiated last, with what it sends. */
final class Section {
  private static final String ONLY_VERSION = "";

  private final int id;
  private final long ownSsrc;
  private final Map<String, SendStream> streams = new LinkedHashMap<>();
  private final Map<Integer, RtpCodec> codecs = new HashMap<>();
  private final Map<Integer, RtpCodec> retransmitted = new HashMap<>();
  private SectionConfig config;
  private Delivery delivery = Delivery.NONE;
  private long jitterBufferTarget;

  /**
   * A section.
   *
   * @param ownSsrc who reports where nothing is sent
   */
  Section(SectionConfig config, long ownSsrc) {
    this.id = config.id();
    this.ownSsrc = ownSsrc;
    this.config = config;
    configure(config);
  }

  void configure(SectionConfig config) {
    this.config = config;
    codecs.clear();
    retransmitted.clear();
    for (RtpCodec codec : config.receiveCodecs()) {
      codecs.put(codec.payloadType(), codec);
      if (codec.rtxPayloadType() != RtpCodec.NO_RTX) {
        retransmitted.put(codec.rtxPayloadType(), codec);
      }
    }
  }

  int id() {
    return id;
  }

  SectionConfig config() {
    return config;
  }

  boolean isReceiving() {
    return config.receiving();
  }

  /** The codec that packets with this payload type are of, or null. */
  @Nullable RtpCodec codec(int payloadType) {
    return codecs.get(payloadType);
  }

  /** The codec whose retransmissions have this payload type, or null. */
  @Nullable RtpCodec retransmitted(int payloadType) {
    return retransmitted.get(payloadType);
  }

  boolean takes(int payloadType) {
    return codecs.containsKey(payloadType) || retransmitted.containsKey(payloadType);
  }

  Delivery delivery() {
    return delivery;
  }

  void delivery(Delivery wanted) {
    delivery = wanted;
  }

  /** In nanoseconds; 0 lets the jitter decide. */
  long jitterBufferTarget() {
    return jitterBufferTarget;
  }

  void jitterBufferTarget(long nanos) {
    jitterBufferTarget = nanos;
  }

  ReceiveConfig receiveConfig() {
    return ReceiveConfig.of(config, delivery);
  }

  Collection<SendStream> streams() {
    return streams.values();
  }

  /** The source of ours that reports on what is received. */
  long reporter() {
    return streams.isEmpty() ? ownSsrc : streams.values().iterator().next().ssrc();
  }

  /** What is sent as this version, or null. */
  @Nullable SendStream stream(@Nullable String rid) {
    return streams.get(key(rid));
  }

  void add(SendStream stream) {
    streams.put(key(stream.rid()), stream);
  }

  void remove(SendStream stream) {
    streams.remove(key(stream.rid()), stream);
  }

  private static String key(@Nullable String rid) {
    return rid == null ? ONLY_VERSION : rid;
  }
}
