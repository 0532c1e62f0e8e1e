package io.webrtc4j.sctp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sctp.datachannel.ChannelType;
import io.webrtc4j.sctp.datachannel.DataChannelOpen;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.testing.Scripted;
import org.junit.jupiter.api.Test;

/** An application that polls no events: what a peer can make us keep meanwhile. */
class UnreadTest {
  private final Scripted peer = Scripted.established();

  @Test
  void offersThatNobodyPollsFillTheWindow() {
    peer.side.reads = false;
    DataChannelOpen open =
        new DataChannelOpen(
            new ChannelType(false, ChannelType.Reliability.RELIABLE), 0, 0, "x".repeat(50_000), "");
    byte[] offer = open.toByteArray();
    for (int stream = 0; stream < 400; stream += 2) {
      peer.sends(Packets.data(peer.tagOfSide(), 3, peer.takeTsn(), stream, 0, 50, offer));
      peer.control();
    }
    // 200 labels of 50 kB do not fit into 5 MiB.
    assertThat(peer.side.transport.counters().dataDropped()).isBetween(90L, 100L);
    peer.side.reads = true;
    peer.side.drain();
    assertThat(peer.side.events(DataChannelEvent.ChannelOffered.class).size()).isBetween(100, 110);
  }

  @Test
  void partsOfMessagesCountInTheWindow() {
    for (int stream = 0; stream < 200; stream += 2) {
      peer.opensChannel(stream);
    }
    byte[] part = new byte[60_000];
    for (int ssn = 1; ssn <= 4; ssn++) {
      for (int stream = 0; stream < 200; stream += 2) {
        int tsn = peer.takeTsn();
        peer.sends(Packets.data(peer.tagOfSide(), 3, tsn, stream, ssn, 52, part));
        peer.control();
      }
    }
    // 400 parts of 60 kB do not fit into 5 MiB.
    assertThat(peer.side.transport.counters().dataDropped()).isBetween(300L, 320L);
  }
}
