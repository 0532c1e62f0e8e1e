package io.webrtc4j.rtp.send;

/** What {@link SendStream} counts. */
final class SendCounters {
  long packets;
  long payloadBytes;
  long headerBytes;
  long retransmittedPackets;
  long retransmittedBytes;
  long frames;
  long keyFrames;
  long framesRefused;
  long sendDelay;
  long nacks;
  long plis;
  long firs;
  long unansweredNacks;
}
