package io.webrtc4j.rtp.transport;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpHeader;
import io.webrtc4j.rtp.session.OutgoingFrame;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.rtp.session.SectionConfig;
import io.webrtc4j.sim.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One end of a link without encryption, with what it was told. */
final class Peer implements Endpoint<byte[]> {
  static final long NTP = 0xe000_0000_0000_0000L;

  final RtpSession session;
  final List<RtpEvent> events = new ArrayList<>();
  final List<byte[]> sentRtp = new ArrayList<>();
  final List<byte[]> sentRtcp = new ArrayList<>();
  private final PacketBuffer out = PacketBuffer.allocate(2048, 0);

  Peer(long seed) {
    session = new RtpSession("peer" + seed, NTP, new SplittableRandom(seed));
  }

  Peer apply(long now, SectionConfig... sections) {
    session.apply(List.of(sections), now);
    return this;
  }

  boolean send(int section, byte[] data, long timestamp, int payloadType, long now) {
    return session.send(section, null, new OutgoingFrame(data, timestamp, payloadType, false), now);
  }

  <E extends RtpEvent> List<E> events(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public byte @Nullable [] poll(long now) {
    drainEvents();
    out.clear();
    if (session.pollRtcp(out)) {
      sentRtcp.add(out.toByteArray());
      return out.toByteArray();
    }
    if (session.pollRtp(out)) {
      sentRtp.add(out.toByteArray());
      return out.toByteArray();
    }
    return null;
  }

  private void drainEvents() {
    for (RtpEvent event = session.pollEvent(); event != null; event = session.pollEvent()) {
      events.add(event);
    }
  }

  @Override
  public void receive(byte[] packet, long now) {
    PacketBuffer buffer = PacketBuffer.wrap(packet.clone());
    if (RtpHeader.isRtcp(buffer)) {
      session.handleRtcp(buffer, now);
    } else {
      session.handleRtp(buffer, now);
    }
    drainEvents();
  }

  @Override
  public void timeout(long now) {
    session.handleTimeout(now);
    drainEvents();
  }

  @Override
  public long nextDeadline() {
    return session.nextDeadline();
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }
}
