package io.webrtc4j.ice;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.ErrorCode;
import io.webrtc4j.ice.stun.IntegrityAlgorithm;
import io.webrtc4j.ice.stun.MessageIntegrity;
import io.webrtc4j.ice.stun.StunAttribute;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.UnknownAttributes;
import io.webrtc4j.ice.stun.Username;
import io.webrtc4j.ice.stun.XorMappedAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers Binding requests (RFC 8445 §7.3, RFC 8489 §6.3.1 and §9.1.3). */
final class RequestAnswerer {
  private final Generation generation;
  private final RoleArbiter role;
  private final RoleSwitch roleSwitch;
  private final Outbox outbox;
  private final Drops drops;

  RequestAnswerer(
      Generation generation, RoleArbiter role, RoleSwitch roleSwitch, Outbox outbox, Drops drops) {
    this.generation = generation;
    this.role = role;
    this.roleSwitch = roleSwitch;
    this.outbox = outbox;
    this.drops = drops;
  }

  /**
   * Answers a request with a success or an error.
   *
   * @return the check, if it was answered with a success; else null
   */
  @Nullable BindingRequest answer(StunMessage message, PacketBuffer packet, IcePath path) {
    Optional<Username> username = message.first(Username.class);
    if (username.isEmpty() || !MessageIntegrity.isPresent(packet)) {
      drops.unauthenticated();
      refuse(message, ErrorCode.BAD_REQUEST, null, path);
      return null;
    }
    // RFC 8445 §7.3: ours before the colon makes it valid, whatever follows.
    if (!username.get().value().startsWith(generation.local.ufrag() + ":")) {
      drops.unknownUser();
      refuse(message, ErrorCode.UNAUTHENTICATED, null, path);
      return null;
    }
    IntegrityAlgorithm algorithm =
        MessageIntegrity.verify(packet, generation.local.key()).algorithm();
    if (algorithm == null) {
      drops.unauthenticated();
      refuse(message, ErrorCode.UNAUTHENTICATED, null, path);
      return null;
    }
    return answerAuthentic(message, algorithm, path);
  }

  private @Nullable BindingRequest answerAuthentic(
      StunMessage message, IntegrityAlgorithm algorithm, IcePath path) {
    if (!message.unknownRequiredTypes().isEmpty()) {
      drops.unsupported();
      refuse(message, ErrorCode.UNKNOWN_ATTRIBUTE, algorithm, path);
      return null;
    }
    BindingRequest request;
    try {
      request = BindingRequest.parse(message);
    } catch (DecodeException incomplete) {
      drops.malformed();
      refuse(message, ErrorCode.BAD_REQUEST, algorithm, path);
      return null;
    }
    RoleArbiter.Verdict verdict = role.judge(request.role(), request.tieBreaker());
    if (verdict == RoleArbiter.Verdict.WE_STAY) {
      refuse(message, ErrorCode.ROLE_CONFLICT, algorithm, path);
      return null;
    }
    if (verdict == RoleArbiter.Verdict.WE_SWITCH) {
      roleSwitch.conflict(role.role().opposite());
    }
    List<StunAttribute> attributes = List.of(new XorMappedAddress(path.remote()));
    send(message, StunClass.SUCCESS_RESPONSE, attributes, algorithm, path);
    generation.authenticPaths.heard(path);
    return request;
  }

  private void refuse(
      StunMessage request, ErrorCode error, @Nullable IntegrityAlgorithm algorithm, IcePath path) {
    List<StunAttribute> attributes = new ArrayList<>();
    attributes.add(error);
    if (error.equals(ErrorCode.UNKNOWN_ATTRIBUTE)) {
      attributes.add(new UnknownAttributes(request.unknownRequiredTypes()));
    }
    send(request, StunClass.ERROR_RESPONSE, attributes, algorithm, path);
  }

  // RFC 8489 §9.1.3: the integrity that the request had; none if that failed.
  private void send(
      StunMessage request,
      StunClass messageClass,
      List<StunAttribute> attributes,
      @Nullable IntegrityAlgorithm algorithm,
      IcePath path) {
    StunMessage response =
        new StunMessage(messageClass, request.method(), request.transactionId(), attributes);
    byte[] bytes =
        algorithm == null
            ? response.toBytes()
            : response.toBytes(algorithm, generation.local.key());
    outbox.add(bytes, path);
  }
}
