package io.webrtc4j;

/**
 * What waits for one listener of a track: when it is too much, what comes is dropped, and of video
 * all up to a key frame, since what lies between could not be decoded.
 */
final class Backlog {
  /** Several seconds of video. */
  private static final long MAX_BYTES = 8L << 20;

  /** About what a waiting frame or packet costs beside its payload, so that small ones count. */
  static final long BYTES_EACH = 256;

  private final MediaSource source;
  private final boolean needsKeyFrames;
  private long bytes;
  private boolean broken;

  Backlog(MediaSource source, boolean frames) {
    this.source = source;
    this.needsKeyFrames = frames && source.kind().equals("video");
  }

  /** Whether something of this size may wait; if so, {@link #leave} is to follow. */
  boolean enter(long size, boolean keyFrame) {
    boolean accepted;
    boolean asks;
    synchronized (this) {
      boolean room = bytes + size <= MAX_BYTES;
      accepted = room && (!broken || keyFrame);
      asks = needsKeyFrames && !accepted && room;
      broken = needsKeyFrames && !accepted;
      bytes += accepted ? size : 0;
    }
    if (asks) {
      source.upstream().requestKeyFrame(null);
    }
    return accepted;
  }

  synchronized void leave(long size) {
    bytes -= size;
  }
}
