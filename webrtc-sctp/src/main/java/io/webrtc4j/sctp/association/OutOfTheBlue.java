package io.webrtc4j.sctp.association;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.packet.AbortChunk;
import io.webrtc4j.sctp.packet.ChunkReader;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.ErrorCause;
import io.webrtc4j.sctp.packet.ErrorChunk;
import io.webrtc4j.sctp.packet.ShutdownCompleteChunk;
import io.webrtc4j.sctp.packet.StaleCookie;
import java.util.List;

/** Packets that belong to no association of ours (RFC 9260 §8.4). */
final class OutOfTheBlue {
  private final Outbox outbox;

  OutOfTheBlue(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Answers the packet whose chunks {@code chunks} is about to read; INIT and cookies are not. */
  void handle(ChunkReader chunks, int verificationTag) throws DecodeException {
    boolean shutdownAck = false;
    while (chunks.next()) {
      switch (chunks.type()) {
        case ChunkType.ABORT, ChunkType.SHUTDOWN_COMPLETE, ChunkType.COOKIE_ACK -> {
          // Items 2, 6 and 7: silence.
          return;
        }
        case ChunkType.SHUTDOWN_ACK -> shutdownAck = true;
        case ChunkType.ERROR -> {
          if (isStaleCookie(ErrorChunk.parse(chunks.value()))) {
            return;
          }
        }
        default -> {}
      }
    }
    if (shutdownAck) {
      outbox.reply(verificationTag, new ShutdownCompleteChunk(true));
    } else {
      outbox.reply(verificationTag, new AbortChunk(true, List.of()));
    }
  }

  private static boolean isStaleCookie(ErrorChunk error) {
    for (ErrorCause cause : error.causes()) {
      if (cause instanceof StaleCookie) {
        return true;
      }
    }
    return false;
  }
}
