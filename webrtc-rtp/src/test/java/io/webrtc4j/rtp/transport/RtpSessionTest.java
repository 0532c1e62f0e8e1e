package io.webrtc4j.rtp.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.rtp.session.Delivery;
import io.webrtc4j.rtp.session.RtpEvent;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.sim.TwoPeers;
import org.junit.jupiter.api.Test;

class RtpSessionTest {

  @Test
  void audioReachesThePeerAsPackets() {
    Peer alice = new Peer(1).apply(0, Sections.audio(1).stream(100).build());
    Peer bob = new Peer(2).apply(0, Sections.audio(1).stream(200).build());
    bob.session.deliver(1, new Delivery(false, true), 0);
    TwoPeers<byte[]> world = new TwoPeers<>(alice, bob, LinkConditions.perfect(), 1);
    for (int i = 0; i < 100; i++) {
      assertThat(
              alice.send(1, new byte[] {8, 1, 2, (byte) i}, i * 960L, Sections.OPUS, world.now()))
          .isTrue();
      world.runFor(Deadline.millis(20));
    }
    world.runFor(Deadline.seconds(10));
    assertThat(bob.events(RtpEvent.Packet.class)).hasSize(100);
    assertThat(bob.session.dropped()).isEmpty();
  }
}
