package io.webrtc4j.ice;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.StunAttribute;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.ice.stun.XorMappedAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One agent, A, in virtual time, and a peer, Z, whose every message the test writes by hand. */
final class Dialogue {
  static final InetSocketAddress A = Addresses.at("192.0.2.1", 4000);
  static final InetSocketAddress Z = Addresses.at("198.51.100.2", 5000);
  static final IceCredentials Z_CREDENTIALS =
      new IceCredentials("zzzz", "the/password/of/Z/which/is/long");
  static final IntegrityKey Z_KEY = IntegrityKey.shortTerm(Z_CREDENTIALS.pwd());
  static final long Z_TIE_BREAKER = 0x4000_0000_0000_0000L;

  final AgentPeer a;
  final IntegrityKey aKey;
  private final SplittableRandom random = new SplittableRandom(77);
  private long now;

  Dialogue(IceRole role) {
    this(new AgentPeer(role, 1));
  }

  Dialogue(AgentPeer a) {
    this.a = a.on(A);
    this.aKey = IntegrityKey.shortTerm(a.credentials.pwd());
  }

  /** An agent that knows Z's credentials and its one candidate, and has sent its first check. */
  static Dialogue begun(IceRole role) {
    Dialogue dialogue = new Dialogue(role);
    dialogue.a.agent.endOfLocalCandidates(0);
    dialogue.a.agent.remoteCredentials(Z_CREDENTIALS, 0);
    dialogue.a.agent.addRemoteCandidate(candidate(Z), 0);
    return dialogue;
  }

  /** An agent whose check was answered. */
  static Dialogue connected(IceRole role) {
    Dialogue dialogue = begun(role);
    dialogue.answer(dialogue.expectOne());
    return dialogue;
  }

  static IceCandidate candidate(InetSocketAddress address) {
    long priority = CandidatePriority.of(CandidateType.HOST, 60_000, 1);
    return new IceCandidate(
        "z" + address.getPort(),
        1,
        CandidateTransport.UDP,
        priority,
        address,
        CandidateType.HOST,
        null);
  }

  long now() {
    return now;
  }

  /** Lets time pass up to {@code time}, and returns what A sends meanwhile. */
  List<Datagram> until(long time) {
    List<Datagram> sent = new ArrayList<>(sent());
    while (a.agent.nextDeadline() <= time) {
      assertThat(a.agent.nextDeadline()).isGreaterThanOrEqualTo(now);
      now = a.agent.nextDeadline();
      a.agent.handleTimeout(now);
      sent.addAll(sent());
    }
    now = Math.max(now, time);
    return sent;
  }

  /** Lets {@code nanos} pass. */
  List<Datagram> after(long nanos) {
    return until(now + nanos);
  }

  /** What A sends now. */
  List<Datagram> sent() {
    List<Datagram> sent = new ArrayList<>();
    for (Datagram datagram = a.poll(now); datagram != null; datagram = a.poll(now)) {
      sent.add(datagram);
    }
    return sent;
  }

  /** The one packet that A sends now. */
  Datagram expectOne() {
    List<Datagram> sent = sent();
    assertThat(sent).hasSize(1);
    return sent.get(0);
  }

  void expectNothing() {
    assertThat(sent()).isEmpty();
  }

  /** A check of Z's as it should be. */
  BindingRequest check(IceRole roleOfZ, boolean useCandidate) {
    return new BindingRequest(
        TransactionId.next(random),
        a.credentials.ufrag() + ":" + Z_CREDENTIALS.ufrag(),
        CandidatePriority.of(CandidateType.PEER_REFLEXIVE, 60_000, 1),
        roleOfZ,
        Z_TIE_BREAKER,
        useCandidate);
  }

  /** A check of Z's, whose role is the one that A does not have. */
  BindingRequest check(boolean useCandidate) {
    return check(a.agent.role().opposite(), useCandidate);
  }

  void request(BindingRequest check) {
    request(check, Z);
  }

  void request(BindingRequest check, InetSocketAddress source) {
    receive(source, check.toMessage().toBytes(IntegrityAlgorithm.SHA1, aKey));
  }

  /** Z answers {@code request} as it should. */
  void answer(Datagram request) {
    answer(request, new XorMappedAddress(request.source()));
  }

  static StunMessage success(Datagram request) {
    return new StunMessage(
        StunClass.SUCCESS_RESPONSE,
        StunMessage.BINDING,
        request.message().transactionId(),
        List.of(new XorMappedAddress(request.source())));
  }

  void answer(Datagram request, StunAttribute... attributes) {
    StunMessage response =
        new StunMessage(
            StunClass.SUCCESS_RESPONSE,
            StunMessage.BINDING,
            request.message().transactionId(),
            List.of(attributes));
    receive(request.destination(), response.toBytes(IntegrityAlgorithm.SHA1, Z_KEY));
  }

  void refuse(Datagram request, int code) {
    receive(request.destination(), error(request, code).toBytes(IntegrityAlgorithm.SHA1, Z_KEY));
  }

  static StunMessage error(Datagram request, int code) {
    return new StunMessage(
        StunClass.ERROR_RESPONSE,
        StunMessage.BINDING,
        request.message().transactionId(),
        List.of(new ErrorCode(code, "")));
  }

  void receive(InetSocketAddress source, byte[] bytes) {
    a.agent.handlePacket(PacketBuffer.wrap(bytes), new IcePath(A, source), now);
    a.collectEvents();
  }

  static long millis(long millis) {
    return Deadline.millis(millis);
  }
}
