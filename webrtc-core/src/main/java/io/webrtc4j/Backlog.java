package io.webrtc4j;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one listener of a track: when it is too much, what comes is dropped. Video begins
 * with a key frame, and goes on with one after what was dropped, since what lies between could not
 * be decoded.
 */
final class Backlog {
  /** Several seconds of video. */
  private static final long MAX_BYTES = 8L << 20;

  /** About what a waiting frame or packet costs beside its payload, so that small ones count. */
  static final long BYTES_EACH = 256;

  private final MediaSource source;
  private final boolean needsKeyFrames;

  /** The versions of simulcast that go on where they were; "" is the only one. */
  private final Set<String> whole = new HashSet<>();

  private long bytes;

  Backlog(MediaSource source, boolean frames) {
    this.source = source;
    this.needsKeyFrames = frames && source.kind().equals("video");
  }

  /** Whether something of this size may wait; if so, {@link #leave} is to follow. */
  boolean enter(long size, @Nullable String rid, boolean keyFrame) {
    boolean accepted;
    boolean asks;
    synchronized (this) {
      String version = rid == null ? "" : rid;
      boolean room = bytes + size <= MAX_BYTES;
      accepted = room && (!needsKeyFrames || keyFrame || whole.contains(version));
      asks = !accepted && room;
      if (accepted && needsKeyFrames) {
        whole.add(version);
      } else if (!accepted) {
        whole.remove(version);
      }
      bytes += accepted ? size : 0;
    }
    if (asks) {
      source.upstream().requestKeyFrame(rid);
    }
    return accepted;
  }

  /** What comes next does not continue what came. */
  synchronized void interrupted() {
    whole.clear();
  }

  synchronized void leave(long size) {
    bytes -= size;
  }
}
