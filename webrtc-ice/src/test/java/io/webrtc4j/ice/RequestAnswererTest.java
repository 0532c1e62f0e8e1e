package io.webrtc4j.ice;

import static io.webrtc4j.ice.Addresses.at;
import static io.webrtc4j.ice.Dialogue.Z;
import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.Fingerprint;
import io.webrtc4j.ice.stun.IceControlled;
import io.webrtc4j.ice.stun.IceControlling;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.MessageIntegrity;
import io.webrtc4j.ice.stun.Priority;
import io.webrtc4j.ice.stun.StunAttribute;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.ice.stun.UnknownAttribute;
import io.webrtc4j.ice.stun.UnknownAttributes;
import io.webrtc4j.ice.stun.Username;
import io.webrtc4j.ice.stun.XorMappedAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How requests are answered: A is the agent, Z writes by hand. */
class RequestAnswererTest {
  private static final TransactionId ID = new TransactionId(1, 2);

  private final Dialogue dialogue = new Dialogue(IceRole.CONTROLLED);

  @Test
  void anAuthenticCheckIsAnsweredWithTheAddressItCameFrom() {
    BindingRequest check = dialogue.check(false);
    dialogue.request(check, at("203.0.113.9", 7));
    Datagram answer = dialogue.expectOne();
    assertThat(answer.source()).isEqualTo(Dialogue.A);
    assertThat(answer.destination()).isEqualTo(at("203.0.113.9", 7));
    assertThat(answer.message())
        .isEqualTo(
            new StunMessage(
                StunClass.SUCCESS_RESPONSE,
                StunMessage.BINDING,
                check.id(),
                List.of(new XorMappedAddress(at("203.0.113.9", 7)))));
    assertAuthentic(answer, IntegrityAlgorithm.SHA1);
  }

  @Test
  void anAnswerHasTheIntegrityOfItsRequest() {
    byte[] bytes =
        dialogue.check(false).toMessage().toBytes(IntegrityAlgorithm.SHA256, dialogue.aKey);
    dialogue.receive(Z, bytes);
    assertAuthentic(dialogue.expectOne(), IntegrityAlgorithm.SHA256);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswer() {
    BindingRequest check = dialogue.check(false);
    dialogue.request(check);
    byte[] first = dialogue.expectOne().bytes();
    dialogue.request(check);
    assertThat(dialogue.expectOne().bytes()).isEqualTo(first);
  }

  @Test
  void withoutIntegrityOrUsernameItIsABadRequest() {
    dialogue.receive(Z, dialogue.check(false).toMessage().toBytes());
    assertRefused(ErrorCode.BAD_REQUEST);
    dialogue.receive(Z, request(new Priority(1)).toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey));
    assertRefused(ErrorCode.BAD_REQUEST);
    assertThat(dialogue.a.agent.counters().unauthenticated()).isEqualTo(2);
  }

  @Test
  void aUsernameThatIsNotOursIsUnauthenticated() {
    StunMessage message = request(new Username("nobody:zzzz"), new Priority(1));
    dialogue.receive(Z, message.toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey));
    assertRefused(ErrorCode.UNAUTHENTICATED);
    assertThat(dialogue.a.agent.counters().unknownUser()).isEqualTo(1);
  }

  @Test
  void aWrongPasswordIsUnauthenticated() {
    IntegrityKey wrong = IntegrityKey.shortTerm("not the password of A at all");
    dialogue.receive(Z, dialogue.check(false).toMessage().toBytes(IntegrityAlgorithm.SHA1, wrong));
    assertRefused(ErrorCode.UNAUTHENTICATED);
    assertThat(dialogue.a.agent.counters().unauthenticated()).isEqualTo(1);
    assertThat(dialogue.a.agent.isValidRemote(new IcePath(Dialogue.A, Z))).isFalse();
  }

  @Test
  void anUnknownRequiredAttributeIsNamedIn420() {
    List<StunAttribute> attributes =
        new ArrayList<>(dialogue.check(false).toMessage().attributes());
    attributes.add(new UnknownAttribute(0x7abc, 3));
    attributes.add(new UnknownAttribute(0xc057, 4));
    StunMessage message = request(attributes.toArray(new StunAttribute[0]));
    dialogue.receive(Z, message.toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey));
    Datagram answer = dialogue.expectOne();
    assertThat(answer.message().attributes())
        .containsExactly(ErrorCode.UNKNOWN_ATTRIBUTE, new UnknownAttributes(List.of(0x7abc)));
    assertAuthentic(answer, IntegrityAlgorithm.SHA1);
    assertThat(dialogue.a.agent.counters().unsupported()).isEqualTo(1);
  }

  @Test
  void unknownOptionalAttributesAreIgnored() {
    List<StunAttribute> attributes =
        new ArrayList<>(dialogue.check(false).toMessage().attributes());
    attributes.add(0, new UnknownAttribute(0xc057, 4));
    StunMessage message = request(attributes.toArray(new StunAttribute[0]));
    dialogue.receive(Z, message.toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey));
    assertThat(dialogue.expectOne().message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
  }

  @Test
  void aCheckWithoutPriorityOrWithoutOneRoleIsABadRequest() {
    Username username = new Username(dialogue.check(false).username());
    assertAuthenticButBad(username, new IceControlling(1));
    assertAuthenticButBad(username, new Priority(1));
    assertAuthenticButBad(username, new Priority(1), new IceControlling(1), new IceControlled(1));
  }

  @Test
  void whatHasNoFingerprintOrIsNoBindingGetsNoAnswer() {
    byte[] good = dialogue.check(false).toMessage().toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey);
    byte[] bare = Arrays.copyOf(good, good.length - 8);
    bare[3] = (byte) (bare[3] - 8);
    dialogue.receive(Z, bare);
    good[good.length - 1] ^= 1;
    dialogue.receive(Z, good);
    StunMessage allocate = new StunMessage(StunClass.REQUEST, 3, ID, List.of());
    dialogue.receive(Z, allocate.toBytes());
    StunMessage indication =
        new StunMessage(StunClass.INDICATION, StunMessage.BINDING, ID, List.of());
    dialogue.receive(Z, indication.toBytes());
    dialogue.expectNothing();
    assertThat(dialogue.a.agent.counters().malformed()).isEqualTo(2);
    assertThat(dialogue.a.agent.counters().unsupported()).isEqualTo(1);
  }

  @Test
  void aRequestToAnAddressThatIsNoCandidateGetsNoAnswer() {
    byte[] bytes =
        dialogue.check(false).toMessage().toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey);
    IcePath path = new IcePath(at("192.0.2.99", 1), Z);
    dialogue.a.agent.handlePacket(PacketBuffer.wrap(bytes), path, 0);
    dialogue.expectNothing();
    assertThat(dialogue.a.agent.counters().unknownLocalAddress()).isEqualTo(1);
  }

  @Test
  void aCheckOfAnotherUserOfOursIsAnsweredAndNothingMore() {
    Dialogue begun = Dialogue.begun(IceRole.CONTROLLED);
    begun.sent();
    StunMessage message =
        request(
            new Username(begun.a.credentials.ufrag() + ":other"),
            new Priority(1),
            new IceControlling(1));
    byte[] bytes = message.toBytes(IntegrityAlgorithm.SHA1, begun.aKey);
    begun.receive(at("203.0.113.9", 7), bytes);
    assertThat(begun.expectOne().message().messageClass()).isEqualTo(StunClass.SUCCESS_RESPONSE);
    begun.after(Dialogue.millis(400));
    begun.expectNothing();
    assertThat(begun.a.agent.pairs()).hasSize(1);
    assertThat(begun.a.agent.counters().unknownUser()).isEqualTo(1);
  }

  private void assertAuthenticButBad(StunAttribute... attributes) {
    dialogue.receive(Z, request(attributes).toBytes(IntegrityAlgorithm.SHA1, dialogue.aKey));
    Datagram answer = dialogue.expectOne();
    assertThat(answer.message().attributes()).containsExactly(ErrorCode.BAD_REQUEST);
    assertAuthentic(answer, IntegrityAlgorithm.SHA1);
  }

  // RFC 8489 §9.1.3: no integrity where there is no common secret.
  private void assertRefused(ErrorCode error) {
    Datagram answer = dialogue.expectOne();
    assertThat(answer.message().messageClass()).isEqualTo(StunClass.ERROR_RESPONSE);
    assertThat(answer.message().attributes()).containsExactly(error);
    assertThat(MessageIntegrity.isPresent(answer.packet())).isFalse();
    assertThat(Fingerprint.isRight(answer.packet())).isTrue();
  }

  private void assertAuthentic(Datagram answer, IntegrityAlgorithm algorithm) {
    assertThat(MessageIntegrity.verify(answer.packet(), dialogue.aKey).algorithm())
        .isEqualTo(algorithm);
    assertThat(Fingerprint.isRight(answer.packet())).isTrue();
  }

  private static StunMessage request(StunAttribute... attributes) {
    return new StunMessage(StunClass.REQUEST, StunMessage.BINDING, ID, List.of(attributes));
  }
}
