package io.webrtc4j.ice;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.ice.stun.IceControlled;
import io.webrtc4j.ice.stun.IceControlling;
import io.webrtc4j.ice.stun.Priority;
import io.webrtc4j.ice.stun.StunAttribute;
import io.webrtc4j.ice.stun.StunClass;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.TransactionId;
import io.webrtc4j.ice.stun.UseCandidate;
import io.webrtc4j.ice.stun.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A connectivity check (RFC 8445 §7.1, §7.2.2).
 *
 * @param id the transaction
 * @param username the receiver's username fragment, a colon, the sender's
 * @param priority of the candidate that the check may reveal
 * @param role the sender's
 * @param tieBreaker the sender's, for a role conflict
 * @param useCandidate whether the pair is nominated
 */
record BindingRequest(
    TransactionId id,
    String username,
    long priority,
    IceRole role,
    long tieBreaker,
    boolean useCandidate) {

  /**
   * Reads a check from a Binding request.
   *
   * @throws DecodeException if it lacks what RFC 8445 §7.1 demands
   */
  static BindingRequest parse(StunMessage message) throws DecodeException {
    Username username =
        message.first(Username.class).orElseThrow(() -> missing("USERNAME is missing"));
    Priority priority =
        message.first(Priority.class).orElseThrow(() -> missing("PRIORITY is missing"));
    Optional<IceControlling> controlling = message.first(IceControlling.class);
    Optional<IceControlled> controlled = message.first(IceControlled.class);
    if (controlling.isPresent() == controlled.isPresent()) {
      throw missing("neither or both of ICE-CONTROLLING and ICE-CONTROLLED are there");
    }
    return new BindingRequest(
        message.transactionId(),
        username.value(),
        priority.value(),
        controlling.isPresent() ? IceRole.CONTROLLING : IceRole.CONTROLLED,
        controlling.map(IceControlling::tieBreaker).orElse(0L)
            | controlled.map(IceControlled::tieBreaker).orElse(0L),
        message.first(UseCandidate.class).isPresent());
  }

  /** The STUN message to be sent. */
  StunMessage toMessage() {
    List<StunAttribute> attributes = new ArrayList<>();
    attributes.add(new Username(username));
    attributes.add(new Priority(priority));
    attributes.add(
        role == IceRole.CONTROLLING
            ? new IceControlling(tieBreaker)
            : new IceControlled(tieBreaker));
    if (useCandidate) {
      attributes.add(new UseCandidate());
    }
    return new StunMessage(StunClass.REQUEST, StunMessage.BINDING, id, attributes);
  }

  private static DecodeException missing(String what) {
    return new DecodeException("a connectivity check is not complete: " + what);
  }
}
