package io.webrtc4j.session.transport;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.DtlsCertificate;
import io.webrtc4j.dtls.DtlsConfig;
import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.DtlsEvent;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.sctp.DataChannelConfig;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.DataChannelTransport;
import io.webrtc4j.sim.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** DTLS with SCTP on it and nothing below: no ICE whose consent could end it. */
final class SctpOverDtls implements Endpoint<byte[]> {
  private static final int ROOM = 2048;

  final DtlsConnection dtls;
  final DataChannelTransport sctp;
  final List<DataChannelEvent> events = new ArrayList<>();
  String failure = "";
  Consumer<DataChannelEvent.MessageReceived> onMessage = message -> {};
  private final PacketBuffer out = PacketBuffer.allocate(ROOM, DtlsConnection.PROTECT_HEADROOM);

  SctpOverDtls(DtlsRole role, DtlsCertificate own, DtlsCertificate peers, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    this.dtls =
        new DtlsConnection(
            DtlsConfig.of(role, own, List.of(peers.fingerprint())), random.split(), 0);
    this.sctp =
        new DataChannelTransport(
            DataChannelConfig.builder().dtlsClient(role == DtlsRole.CLIENT).build(),
            random.split(),
            0);
    dtls.start(0);
  }

  @Override
  public byte[] poll(long now) {
    out.clear();
    if (dtls.pollPacket(out)) {
      return out.toByteArray();
    }
    out.clear();
    return sctp.pollPacket(out) && dtls.protect(out) ? out.toByteArray() : null;
  }

  @Override
  public void receive(byte[] packet, long now) {
    dtls.handlePacket(PacketBuffer.wrap(packet.clone()), now);
    settle(now);
  }

  @Override
  public void timeout(long now) {
    dtls.handleTimeout(now);
    sctp.handleTimeout(now);
    settle(now);
  }

  private void settle(long now) {
    for (DtlsEvent event = dtls.pollEvent(); event != null; event = dtls.pollEvent()) {
      if (event instanceof DtlsEvent.Connected) {
        sctp.connect(now);
      } else {
        failure = event.toString();
      }
    }
    for (byte[] data = dtls.pollApplicationData();
        data != null;
        data = dtls.pollApplicationData()) {
      sctp.handlePacket(PacketBuffer.wrap(data), now);
    }
    for (DataChannelEvent event = sctp.pollEvent(); event != null; event = sctp.pollEvent()) {
      if (event instanceof DataChannelEvent.MessageReceived message) {
        onMessage.accept(message);
      } else {
        events.add(event);
      }
    }
  }

  @Override
  public long nextDeadline() {
    return Math.min(dtls.nextDeadline(), sctp.nextDeadline());
  }

  @Override
  public int size(byte[] packet) {
    return packet.length;
  }
}
