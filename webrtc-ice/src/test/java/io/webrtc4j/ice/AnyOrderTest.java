package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.sim.Seeds;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** No order of calls is forbidden, and none makes the agent throw, spin or lie. */
class AnyOrderTest {
  private static final int CALLS = 400;

  @Test
  void anyCallMayFollowAnyOther() {
    Seeds.forEach(150, seed -> new Caller(seed).run());
  }

  private static final class Caller {
    private final RandomGenerator random;
    private final AgentPeer peer;
    private final List<Datagram> sent = new ArrayList<>();
    private boolean terminal;
    private boolean restarted;
    private long now;

    Caller(long seed) {
      random = new SplittableRandom(seed);
      peer = new AgentPeer(random.nextBoolean() ? IceRole.CONTROLLING : IceRole.CONTROLLED, seed);
    }

    void run() {
      for (int i = 0; i < CALLS; i++) {
        call();
        check();
        now += random.nextLong(Deadline.millis(random.nextInt(4) == 0 ? 3000 : 60));
      }
    }

    private void call() {
      IceAgent agent = peer.agent;
      switch (random.nextInt(24)) {
        case 0, 1 -> agent.addHostCandidate(local(), random.nextInt(65_536), now);
        case 2 -> agent.remoteCredentials(Dialogue.Z_CREDENTIALS, now);
        case 3, 4 -> agent.addRemoteCandidate(Dialogue.candidate(remote()), now);
        case 5 -> agent.endOfLocalCandidates(now);
        case 6 -> agent.endOfRemoteCandidates(now);
        case 7 -> agent.role(random.nextBoolean() ? IceRole.CONTROLLING : IceRole.CONTROLLED);
        case 8 -> closeSeldom(agent);
        case 9, 10, 11, 12, 13 -> request(agent);
        case 14, 15, 16, 17 -> answer(agent);
        case 18 -> agent.pollEvent();
        case 21 -> restart(agent);
        case 22 -> agent.heardData(new IcePath(local(), remote()), now);
        case 19, 20 -> collect();
        default -> agent.handleTimeout(now);
      }
    }

    /** Of ours, of both, taken back, or by another peer: whatever state the agent is in. */
    private void restart(IceAgent agent) {
      IceCredentials theirs =
          new IceCredentials("zzz" + random.nextInt(10), Dialogue.Z_CREDENTIALS.pwd());
      switch (random.nextInt(4)) {
        case 0 -> agent.restart(IceCredentials.generate(random), now);
        case 1 -> agent.cancelRestart(now);
        case 2 -> agent.remoteCredentials(theirs, now);
        default -> {
          agent.restart(IceCredentials.generate(random), now);
          agent.addHostCandidate(local(), random.nextInt(65_536), now);
          agent.remoteCredentials(theirs, now);
        }
      }
      restarted = true;
    }

    private void closeSeldom(IceAgent agent) {
      if (random.nextInt(20) == 0) {
        agent.close(now);
      }
    }

    private void request(IceAgent agent) {
      IceCredentials ours = random.nextBoolean() ? peer.credentials : agent.localCredentials();
      IceCredentials known = agent.remoteCredentials();
      IceCredentials theirs = known == null ? Dialogue.Z_CREDENTIALS : known;
      BindingRequest request =
          new BindingRequest(
              TransactionId.next(random),
              ours.ufrag() + ":" + theirs.ufrag(),
              random.nextInt() & 0xffff_ffffL,
              random.nextBoolean() ? IceRole.CONTROLLING : IceRole.CONTROLLED,
              random.nextLong(),
              random.nextBoolean());
      IntegrityKey key = IntegrityKey.shortTerm(ours.pwd());
      byte[] bytes = request.toMessage().toBytes(IntegrityAlgorithm.SHA1, key);
      agent.handlePacket(PacketBuffer.wrap(bytes), new IcePath(local(), remote()), now);
    }

    private void answer(IceAgent agent) {
      collect();
      if (sent.isEmpty()) {
        return;
      }
      Datagram request = sent.get(random.nextInt(sent.size()));
      byte[] bytes =
          random.nextInt(3) == 0
              ? Dialogue.error(request, random.nextBoolean() ? 487 : 403)
                  .toBytes(IntegrityAlgorithm.SHA1, Dialogue.Z_KEY)
              : Dialogue.success(request).toBytes(IntegrityAlgorithm.SHA1, Dialogue.Z_KEY);
      IcePath path =
          new IcePath(/* local= */ request.source(), /* remote= */ request.destination());
      agent.handlePacket(PacketBuffer.wrap(bytes), path, now);
    }

    private void collect() {
      for (Datagram datagram = peer.poll(now); datagram != null; datagram = peer.poll(now)) {
        sent.add(datagram);
      }
    }

    private void check() {
      IceAgent agent = peer.agent;
      agent.handleTimeout(now);
      assertThat(agent.nextDeadline()).isGreaterThan(now);
      boolean connected =
          agent.state() == IceState.CONNECTED
              || agent.state() == IceState.COMPLETED
              || agent.state() == IceState.DISCONNECTED;
      // While a restart is checked, data may go on along a path on which nothing comes back.
      boolean searching = restarted && agent.state() == IceState.CHECKING;
      assertThat(agent.selectedPath() != null || searching).isEqualTo(connected || searching);
      assertThat(agent.pairs()).hasSizeLessThanOrEqualTo(restarted ? 200 : 100);
      if (terminal && !restarted) {
        assertThat(agent.state()).isIn(IceState.FAILED, IceState.CLOSED);
        assertThat(agent.nextDeadline()).isEqualTo(Deadline.NEVER);
      }
      terminal |= agent.state() == IceState.FAILED || agent.state() == IceState.CLOSED;
      assertThat(agent.counters().malformed()).isZero();
    }

    private InetSocketAddress local() {
      return at("192.0.2." + random.nextInt(1, 4), 4000);
    }

    private InetSocketAddress remote() {
      return at("198.51.100." + random.nextInt(1, 6), 5000);
    }
  }
}
