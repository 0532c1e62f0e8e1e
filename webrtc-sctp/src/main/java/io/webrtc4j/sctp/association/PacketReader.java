package io.webrtc4j.sctp.association;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.sctp.association.AssociationState.CookieEchoed;
import io.webrtc4j.sctp.association.AssociationState.CookieWait;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.CookieEchoChunk;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.PacketChecksum;
import io.webrtc4j.sctp.packet.PacketHeader;
import io.webrtc4j.sctp.packet.ShutdownCompleteChunk;

/** Decides whether a packet is for us: checksum, ports and verification tag (RFC 9260 §8.5). */
final class PacketReader {
  private final AssociationContext context;
  private final Handshake handshake;
  private final CookieExchange cookies;
  private final ChunkHandler chunkHandler;
  private final OutOfTheBlue outOfTheBlue;
  private final PacketChecksum checksum = new PacketChecksum();

  PacketReader(
      AssociationContext context,
      Handshake handshake,
      CookieExchange cookies,
      ChunkHandler chunkHandler) {
    this.context = context;
    this.handshake = handshake;
    this.cookies = cookies;
    this.chunkHandler = chunkHandler;
    this.outOfTheBlue = new OutOfTheBlue(context.outbox());
  }

  /** Takes a packet. This is where malformed ones end. */
  void handle(PacketBuffer packet) {
    AssociationCounters counters = context.counters();
    counters.packetsReceived++;
    counters.bytesReceived += packet.length();
    try {
      if (!accept(packet)) {
        counters.packetsDropped++;
      }
    } catch (DecodeException malformed) {
      counters.packetsDropped++;
    }
  }

  private boolean accept(PacketBuffer packet) throws DecodeException {
    PacketHeader header = PacketHeader.parse(packet);
    if (!checksum.verify(packet)
        || header.destinationPort() != context.config().localPort()
        || header.sourcePort() != context.config().remotePort()) {
      return false;
    }
    ChunkReader chunks = new ChunkReader(packet);
    if (!chunks.next()) {
      return false;
    }
    if (chunks.type() == ChunkType.INIT) {
      return acceptInit(header, chunks);
    }
    if (header.verificationTag() == 0) {
      // RFC 9260 §8.5.1 A
      return false;
    }
    if (chunks.type() == ChunkType.COOKIE_ECHO) {
      return acceptCookieEcho(header, chunks);
    }
    if (context.state() instanceof CookieWait wait) {
      return acceptInCookieWait(wait, packet, header, chunks);
    }
    Tcb tcb = context.tcb();
    if (tcb == null
        || (chunks.type() == ChunkType.SHUTDOWN_ACK && context.state() instanceof CookieEchoed)) {
      // RFC 9260 §8.5.1 E for the second case.
      outOfTheBlue.handle(new ChunkReader(packet), header.verificationTag());
      return true;
    }
    if (!hasRightTag(tcb, header, chunks)) {
      return false;
    }
    chunkHandler.handle(chunks);
    return true;
  }

  private boolean acceptInit(PacketHeader header, ChunkReader chunks) throws DecodeException {
    if (header.verificationTag() != 0 || !chunks.isLast()) {
      return false;
    }
    cookies.handleInit(InitChunk.parse(chunks.value()));
    return true;
  }

  private boolean acceptCookieEcho(PacketHeader header, ChunkReader chunks) throws DecodeException {
    CookieEchoChunk echo = CookieEchoChunk.parse(chunks.value());
    if (cookies.handleCookieEcho(echo, header.verificationTag()) && chunks.next()) {
      chunkHandler.handle(chunks);
    }
    return true;
  }

  private boolean acceptInCookieWait(
      CookieWait wait, PacketBuffer packet, PacketHeader header, ChunkReader chunks)
      throws DecodeException {
    if (chunks.type() == ChunkType.SHUTDOWN_ACK) {
      // RFC 9260 §8.5.1 E, §9.2
      outOfTheBlue.handle(new ChunkReader(packet), header.verificationTag());
      return true;
    }
    if (header.verificationTag() != wait.local().tag()) {
      return false;
    }
    if (chunks.type() == ChunkType.INIT_ACK && chunks.isLast()) {
      handshake.handleInitAck(InitAckChunk.parse(chunks.value()), wait);
      return true;
    }
    if (chunks.type() == ChunkType.ABORT) {
      AbortChunk abort = AbortChunk.parse(chunks.flags(), chunks.value());
      if (!abort.tagReflected()) {
        chunkHandler.handleAbort(abort);
        return true;
      }
    }
    return false;
  }

  /** RFC 9260 §8.5, and §8.5.1 B and C for the T bit. */
  private static boolean hasRightTag(Tcb tcb, PacketHeader header, ChunkReader chunks) {
    boolean tagReflected =
        switch (chunks.type()) {
          case ChunkType.ABORT -> AbortChunk.parse(chunks.flags(), chunks.value()).tagReflected();
          case ChunkType.SHUTDOWN_COMPLETE ->
              ShutdownCompleteChunk.parse(chunks.flags()).tagReflected();
          default -> false;
        };
    int expected = tagReflected ? tcb.peer().tag() : tcb.local().tag();
    return header.verificationTag() == expected;
  }
}
