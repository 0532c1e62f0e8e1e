package io.webrtc4j.sctp.association;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.association.AssociationState.Closed;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.association.AssociationState.Ended;
import io.webrtc4j.sctp.association.AssociationState.ShutdownAckSent;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.AddressParameter;
import io.webrtc4j.sctp.packet.CookieAckChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.CookiePreservative;
import io.webrtc4j.sctp.packet.CookieReceivedWhileShuttingDown;
import io.webrtc4j.sctp.packet.ErrorCause;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InvalidMandatoryParameter;
import io.webrtc4j.sctp.packet.OutOfResource;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.Parameters;
import io.webrtc4j.sctp.packet.ShutdownAckChunk;
import io.webrtc4j.sctp.packet.StaleCookie;
import io.webrtc4j.sctp.packet.StateCookie;
import io.webrtc4j.sctp.packet.UnknownParameter;
import io.webrtc4j.sctp.packet.UnrecognizedParameter;
import io.webrtc4j.sctp.packet.UnresolvableAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The peer's way to an association: its INIT, answered from any state without keeping any (RFC 9260
 * §5.1 B, §5.2.1, §5.2.2), and its COOKIE ECHO, also when there is an association already (§5.2.4).
 */
final class CookieExchange {
  private static final int NO_TIE_TAG = 0;
  private static final long NANOS_PER_MICRO = 1000;

  /** A peer gets no more than this by a Cookie Preservative (RFC 9260 §5.2.6). */
  private static final long MAX_EXTENSION = Deadline.seconds(60);

  private final AssociationContext context;
  private final Handshake handshake;
  private final CookieSigner signer;

  CookieExchange(AssociationContext context, Handshake handshake) {
    this.context = context;
    this.handshake = handshake;
    this.signer = new CookieSigner(context.random());
  }

  /** Takes an INIT that is alone in its packet. */
  void handleInit(InitChunk init) {
    int tag = init.fields().initiateTag();
    if (tag == 0) {
      // RFC 9260 §3.3.2: silently.
      context.counters().packetsDropped++;
      return;
    }
    if (context.state() instanceof ShutdownAckSent state) {
      // RFC 9260 §9.2: the SHUTDOWN COMPLETE was lost.
      context.outbox().reply(state.tcb().peer().tag(), new ShutdownAckChunk());
      return;
    }
    ErrorCause objection = objection(init);
    if (objection != null) {
      context.outbox().reply(tag, new AbortChunk(false, List.of(objection)));
      return;
    }
    context.outbox().reply(tag, answer(init));
  }

  private @Nullable ErrorCause objection(InitChunk init) {
    if (context.state() instanceof Ended) {
      return new OutOfResource();
    }
    if (!init.fields().isAcceptable()) {
      return new InvalidMandatoryParameter();
    }
    for (Parameter parameter : init.parameters()) {
      if (parameter instanceof AddressParameter address && address.isHostName()) {
        return new UnresolvableAddress(address.value());
      }
    }
    return null;
  }

  private InitAckChunk answer(InitChunk init) {
    Cookie cookie = cookieFor(Peer.of(init.fields(), init.parameters()), lifespan(init));
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(new StateCookie(signer.sign(cookie)));
    parameters.addAll(Handshake.extensions());
    InitAckChunk ack = new InitAckChunk(handshake.fields(cookie.local()), parameters);
    int room = context.config().maxPacketSize() - PacketHeader.LENGTH - ack.paddedLength();
    for (UnknownParameter unknown : Parameters.toReport(init.parameters())) {
      // RFC 9260 §3.2.2, as far as it fits.
      UnrecognizedParameter report = new UnrecognizedParameter(unknown);
      room -= report.length() + PacketHeader.LENGTH;
      if (room >= 0) {
        parameters.add(report);
      }
    }
    return new InitAckChunk(ack.fields(), parameters);
  }

  private long lifespan(InitChunk init) {
    long extension =
        Parameters.first(init.parameters(), CookiePreservative.class)
            .map(wish -> Deadline.millis(wish.lifespanIncrementMillis()))
            .orElse(0L);
    return context.config().cookieLifetime() + Math.min(extension, MAX_EXTENSION);
  }

  private Cookie cookieFor(Peer peer, long lifespan) {
    AssociationState state = context.state();
    LocalEnd local;
    int localTieTag = NO_TIE_TAG;
    int peerTieTag = NO_TIE_TAG;
    Tcb tcb = context.tcb();
    if (state instanceof CookieWait wait) {
      // RFC 9260 §5.2.1: the same parameters as in our INIT.
      local = wait.local();
    } else if (tcb == null) {
      local = LocalEnd.choose(context.random());
    } else {
      // RFC 9260 §5.2.1 and §5.2.2: our own tag only while the association is forming.
      local = state instanceof CookieEchoed ? tcb.local() : LocalEnd.choose(context.random());
      localTieTag = tcb.localTieTag();
      peerTieTag = tcb.peerTieTag();
    }
    return new Cookie(local, peer, localTieTag, peerTieTag, context.now(), lifespan);
  }

  /**
   * Takes a COOKIE ECHO.
   *
   * @return whether the packet's other chunks are to be processed
   */
  boolean handleCookieEcho(CookieEchoChunk echo, int verificationTag) {
    Optional<Cookie> verified = signer.verify(echo.cookie());
    // RFC 9260 §5.1.5, 2 and 3: what is not ours, or not for this packet, is dropped silently.
    if (verified.isEmpty()
        || verified.get().local().tag() != verificationTag
        || context.state() instanceof Ended) {
      context.counters().packetsDropped++;
      return false;
    }
    Cookie cookie = verified.get();
    Collision collision = Collision.of(context.state(), cookie);
    if (cookie.staleness(context.now()) > 0 && collision != Collision.D_DUPLICATE) {
      long micros = Math.min(cookie.staleness(context.now()) / NANOS_PER_MICRO, 0xffffffffL);
      context.outbox().reply(cookie.peer().tag(), new ErrorChunk(List.of(new StaleCookie(micros))));
      return false;
    }
    return resolve(collision, cookie);
  }

  private boolean resolve(Collision collision, Cookie cookie) {
    switch (collision) {
      case NONE -> handshake.establishedByCookie(new Tcb(context, cookie.local(), cookie.peer()));
      case A_RESTART -> {
        return restart(cookie);
      }
      case B_SIMULTANEOUS -> simultaneous(cookie);
      case D_DUPLICATE -> duplicate();
      default -> {
        // C, and what is not in the table.
        context.counters().packetsDropped++;
        return false;
      }
    }
    return true;
  }

  private boolean restart(Cookie cookie) {
    if (context.state() instanceof ShutdownAckSent state) {
      context
          .outbox()
          .reply(
              state.tcb().peer().tag(),
              new ShutdownAckChunk(),
              new ErrorChunk(List.of(new CookieReceivedWhileShuttingDown())));
      return false;
    }
    context.outbox().clearChunks();
    Tcb old = context.tcb();
    if (context.keepsMessages() && old != null) {
      context.sendQueue().beginAgain(old.tx().undelivered());
    } else {
      context.sendQueue().resetAll();
    }
    Tcb tcb = new Tcb(context, cookie.local(), cookie.peer());
    context.outbox().addFirst(new CookieAckChunk());
    context.become(new AssociationState.Established(tcb));
    tcb.heartbeat().restart();
    context
        .events()
        .add(new AssociationEvent.Restarted(tcb.outboundStreams(), tcb.inboundStreams()));
    return true;
  }

  private void simultaneous(Cookie cookie) {
    AssociationState state = context.state();
    Tcb tcb = context.tcb();
    if (tcb == null || state instanceof CookieEchoed) {
      handshake.establishedByCookie(new Tcb(context, cookie.local(), cookie.peer()));
    } else {
      tcb.adopt(cookie.peer());
      context.outbox().addFirst(new CookieAckChunk());
    }
  }

  private void duplicate() {
    if (context.state() instanceof CookieEchoed echoed) {
      handshake.establishedByCookie(echoed.tcb());
    } else if (!(context.state() instanceof Closed)) {
      context.outbox().addFirst(new CookieAckChunk());
    }
  }
}
