package io.webrtc4j.sctp.association;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.Established;
import io.webrtc4j.sctp.association.AssociationState.ShutdownPending;
import io.webrtc4j.sctp.association.AssociationState.ShutdownReceived;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.ForwardTsnChunk;
import io.webrtc4j.sctp.packet.PacketChecksum;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.SackChunk;

/** Writes packets: control chunks first, then a SACK, then data (RFC 9260 §6.10). */
final class PacketAssembler {
  private final AssociationContext context;
  private final PacketChecksum checksum = new PacketChecksum();

  /** When data was last sent. */
  private long lastDataSent;

  PacketAssembler(AssociationContext context) {
    this.context = context;
  }

  long lastDataSent() {
    return lastDataSent;
  }

  /** Appends the next packet to {@code out}; false if there is none. */
  boolean assemble(PacketBuffer out) {
    int start = out.end();
    Outbox.Reply reply = context.outbox().pollReply();
    if (reply != null) {
      writeHeader(out, reply.verificationTag());
      reply.chunks().forEach(chunk -> chunk.write(out));
    } else if (!assembleFor(out)) {
      out.trimEnd(out.end() - start);
      return false;
    }
    checksum.fill(out);
    context.counters().packetsSent++;
    context.counters().bytesSent += out.length();
    return true;
  }

  private boolean assembleFor(PacketBuffer out) {
    Tcb tcb = context.tcb();
    if (tcb == null || context.state() instanceof CookieEchoed) {
      return false;
    }
    int limit = out.end() + context.config().maxPacketSize();
    writeHeader(out, tcb.peer().tag());
    int empty = out.end();
    tcb.outgoingResets().advance();
    writeControl(out, limit);
    boolean forwards = sendsData() && tcb.tx().isForwardTsnDue();
    boolean sendsData = sendsData() && tcb.tx().canSend();
    if (sendsData || forwards) {
      tcb.rx().hurrySack();
    }
    writeSack(tcb, out, limit);
    if (forwards) {
      writeForwardTsn(tcb, out, limit);
    }
    if (sendsData && tcb.tx().fill(out, limit - out.end(), context.now())) {
      lastDataSent = context.now();
    } else {
      tcb.tx().endSending();
    }
    return out.end() > empty;
  }

  private void writeControl(PacketBuffer out, int limit) {
    ControlChunk chunk = context.outbox().peek();
    while (chunk != null && out.end() + chunk.paddedLength() <= limit) {
      context.outbox().remove();
      chunk.write(out);
      chunk = context.outbox().peek();
    }
  }

  private void writeSack(Tcb tcb, PacketBuffer out, int limit) {
    SackChunk sack = tcb.rx().peekSack();
    if (sack != null && out.end() + sack.paddedLength() <= limit) {
      tcb.rx().removeSack();
      sack.write(out);
    }
  }

  /** RFC 3758 §3.5 F2: at once, and with data if there is any. */
  private void writeForwardTsn(Tcb tcb, PacketBuffer out, int limit) {
    ForwardTsnChunk chunk = tcb.tx().pollForwardTsn(limit - out.end(), context.now());
    while (chunk != null) {
      chunk.write(out);
      chunk = tcb.tx().pollForwardTsn(limit - out.end(), context.now());
    }
  }

  /** RFC 9260 §6: the states in which DATA is sent. */
  private boolean sendsData() {
    AssociationState state = context.state();
    return state instanceof Established
        || state instanceof ShutdownPending
        || state instanceof ShutdownReceived;
  }

  private void writeHeader(PacketBuffer out, int verificationTag) {
    AssociationConfig config = context.config();
    new PacketHeader(config.localPort(), config.remotePort(), verificationTag).write(out);
  }
}
