package io.webrtc4j.sctp.association;

import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.association.AssociationState.Established;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.AddressParameter;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieAckChunk;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.CookiePreservative;
import io.webrtc4j.sctp.packet.ErrorCause;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.ForwardTsnSupported;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.InvalidMandatoryParameter;
import io.webrtc4j.sctp.packet.MissingMandatoryParameter;
import io.webrtc4j.sctp.packet.OutOfResource;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.ParameterType;
import io.webrtc4j.sctp.packet.Parameters;
import io.webrtc4j.sctp.packet.StaleCookie;
import io.webrtc4j.sctp.packet.StateCookie;
import io.webrtc4j.sctp.packet.SupportedExtensions;
import io.webrtc4j.sctp.packet.UnrecognizedParameters;
import io.webrtc4j.sctp.packet.UnresolvableAddress;
import io.webrtc4j.sctp.tx.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our way to an association: INIT, INIT ACK, COOKIE ECHO, COOKIE ACK (RFC 9260 §5.1). */
final class Handshake {
  private static final long NO_EXTENSION = 0;
  private static final long MICROS_PER_MILLI = 1000;
  private static final long MAX_EXTENSION_MILLIS = 60_000;

  /** After so many stale cookies it is not lateness. */
  private static final int MAX_STALE_COOKIES = 8;

  private final AssociationContext context;
  private int staleCookies;
  private long cookieExtensionMillis = NO_EXTENSION;

  Handshake(AssociationContext context) {
    this.context = context;
  }

  /** Sends INIT (RFC 9260 §5.1 A). */
  void connect() {
    start(LocalEnd.choose(context.random()));
  }

  private void start(LocalEnd local) {
    Timer t1Init = new Timer();
    t1Init.start(context.now(), context.config().rtoInitial());
    context.become(new CookieWait(local, t1Init, context.now()));
    sendInit(local);
  }

  private void sendInit(LocalEnd local) {
    List<Parameter> parameters = new ArrayList<>(extensions());
    if (cookieExtensionMillis != NO_EXTENSION) {
      parameters.add(new CookiePreservative(cookieExtensionMillis));
    }
    // RFC 9260 §8.5.1 A: the tag of a packet with INIT is 0.
    context.outbox().reply(0, new InitChunk(fields(local), parameters));
  }

  /** What we say of ourselves in INIT and INIT ACK. */
  InitFields fields(LocalEnd local) {
    AssociationConfig config = context.config();
    return new InitFields(
        local.tag(),
        config.receiveWindow(),
        config.streams(),
        config.streams(),
        local.initialTsn());
  }

  /** The extensions that we understand. */
  static List<Parameter> extensions() {
    return List.of(
        new ForwardTsnSupported(),
        new SupportedExtensions(List.of(ChunkType.RE_CONFIG, ChunkType.FORWARD_TSN)));
  }

  /** Takes an INIT ACK in COOKIE-WAIT (RFC 9260 §5.1 C, §3.3.3). */
  void handleInitAck(InitAckChunk ack, CookieWait state) {
    InitFields fields = ack.fields();
    if (!fields.isAcceptable()) {
      refuse(fields, new InvalidMandatoryParameter(), "an INIT ACK with impossible values");
      return;
    }
    for (Parameter parameter : ack.parameters()) {
      if (parameter instanceof AddressParameter address && address.isHostName()) {
        refuse(fields, new UnresolvableAddress(address.value()), "an INIT ACK with a host name");
        return;
      }
    }
    Optional<StateCookie> cookie = Parameters.first(ack.parameters(), StateCookie.class);
    if (cookie.isEmpty()) {
      refuse(
          fields,
          new MissingMandatoryParameter(List.of(ParameterType.STATE_COOKIE)),
          "an INIT ACK without a State Cookie");
      return;
    }
    CookieEchoChunk echo = new CookieEchoChunk(cookie.get().cookie());
    if (packetLength(echo) > context.config().maxPacketSize()) {
      refuse(fields, new OutOfResource(), "a State Cookie that does not fit into a packet");
      return;
    }
    Tcb tcb = new Tcb(context, state.local(), Peer.of(fields, ack.parameters()));
    if (state.t1Init().expirations() == 0) {
      // Sent once, so it measures the round trip (RFC 9260 §8.3).
      tcb.rto().measured(context.now() - state.startedAt());
    }
    Timer t1Cookie = new Timer();
    t1Cookie.start(context.now(), tcb.rto().rto());
    CookieEchoed next =
        new CookieEchoed(
            tcb, cookie.get().cookie(), Parameters.toReport(ack.parameters()), t1Cookie);
    context.become(next);
    sendCookieEcho(next);
  }

  /** No DATA goes with it, though it MAY: the cookie may turn out to be stale. */
  private void sendCookieEcho(CookieEchoed state) {
    CookieEchoChunk echo = new CookieEchoChunk(state.cookie());
    int tag = state.tcb().peer().tag();
    if (state.unrecognized().isEmpty()) {
      context.outbox().reply(tag, echo);
      return;
    }
    // RFC 9260 §3.2.2
    ErrorChunk report = new ErrorChunk(List.of(new UnrecognizedParameters(state.unrecognized())));
    if (packetLength(echo, report) <= context.config().maxPacketSize()) {
      context.outbox().reply(tag, echo, report);
    } else {
      context.outbox().reply(tag, echo);
    }
  }

  private void refuse(InitFields fields, ErrorCause cause, String what) {
    if (fields.initiateTag() != 0) {
      context.outbox().reply(fields.initiateTag(), new AbortChunk(false, List.of(cause)));
    }
    context.fail("the handshake expected a usable INIT ACK, but got " + what);
  }

  private static int packetLength(ControlChunk... chunks) {
    int length = PacketHeader.LENGTH;
    for (ControlChunk chunk : chunks) {
      length += chunk.paddedLength();
    }
    return length;
  }

  /** Takes a COOKIE ACK (RFC 9260 §5.1 E); one in any other state is ignored (§5.2.5). */
  void handleCookieAck() {
    if (context.state() instanceof CookieEchoed echoed) {
      established(echoed.tcb());
    }
  }

  /** Enters ESTABLISHED. */
  void established(Tcb tcb) {
    context.become(new Established(tcb));
    tcb.heartbeat().restart();
    context
        .events()
        .add(new AssociationEvent.Established(tcb.outboundStreams(), tcb.inboundStreams()));
  }

  /** Enters ESTABLISHED and says so with a COOKIE ACK (RFC 9260 §5.1 D). */
  void establishedByCookie(Tcb tcb) {
    context.outbox().addFirst(new CookieAckChunk());
    established(tcb);
  }

  /** The peer found our COOKIE ECHO too late (RFC 9260 §5.2.6, the third alternative). */
  void handleStaleCookie(StaleCookie cause) {
    if (context.state() instanceof CookieEchoed echoed) {
      if (++staleCookies > MAX_STALE_COOKIES) {
        context.fail("the handshake came too late with each of " + staleCookies + " cookies");
        return;
      }
      long extension = cause.stalenessMicros() / MICROS_PER_MILLI + MICROS_PER_MILLI;
      cookieExtensionMillis = Math.min(extension, MAX_EXTENSION_MILLIS);
      start(echoed.tcb().local());
    }
  }

  /** Handles T1-init. */
  void handleTimeout(CookieWait state) {
    Timer t1Init = state.t1Init();
    if (!t1Init.expire(context.now())) {
      return;
    }
    if (t1Init.expirations() > context.config().maxInitRetransmits()) {
      context.fail("the handshake got no INIT ACK to " + t1Init.expirations() + " INITs");
      return;
    }
    sendInit(state.local());
    t1Init.start(context.now(), backedOff(context.config().rtoInitial(), t1Init.expirations()));
  }

  /** Handles T1-cookie. */
  void handleTimeout(CookieEchoed state) {
    Timer t1Cookie = state.t1Cookie();
    if (!t1Cookie.expire(context.now())) {
      return;
    }
    if (t1Cookie.expirations() > context.config().maxInitRetransmits()) {
      context.fail(
          "the handshake got no COOKIE ACK to " + t1Cookie.expirations() + " COOKIE ECHOs");
      return;
    }
    sendCookieEcho(state);
    t1Cookie.start(context.now(), backedOff(state.tcb().rto().rto(), t1Cookie.expirations()));
  }

  /** RFC 9260 §6.3.3 E2, which holds for T1 as well (§5.1). */
  private long backedOff(long rto, int expirations) {
    long max = context.config().rtoMax();
    long doubled = rto;
    for (int i = 0; i < expirations && doubled < max; i++) {
      doubled *= 2;
    }
    return Math.min(doubled, max);
  }
}
