package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** SRTP by AES in counter mode and HMAC-SHA1 (RFC 3711 §3.1, §4). */
final class CounterModeRtp implements RtpProtection {
  private static final int SEQUENCE_NUMBER_BITS = 16;

  private final AesCounterMode cipher;
  private final HmacSha1 mac;
  private final int tagLength;

  CounterModeRtp(SrtpMasterKey master) {
    KeyDerivation keys = new KeyDerivation(master);
    this.cipher = new AesCounterMode(keys.rtpKey(), keys.rtpSalt());
    this.tagLength = master.profile().rtpTagLength();
    this.mac = new HmacSha1(keys.rtpAuthenticationKey(), tagLength);
  }

  @Override
  public void protect(PacketBuffer packet, int headerLength, int ssrc, long index) {
    byte[] array = packet.array();
    int start = packet.start();
    int length = packet.length();
    packet.append(tagLength);
    cipher.apply(array, start + headerLength, length - headerLength, ssrc, index);
    mac.sign(array, start, length, rolloverCounter(index));
  }

  @Override
  public boolean unprotect(PacketBuffer packet, int headerLength, int ssrc, long index) {
    byte[] array = packet.array();
    int start = packet.start();
    int length = packet.length() - tagLength;
    if (!mac.verify(array, start, length, rolloverCounter(index))) {
      return false;
    }
    cipher.apply(array, start + headerLength, length - headerLength, ssrc, index);
    packet.trimEnd(tagLength);
    return true;
  }

  /** RFC 3711 §4.2: authenticated with the packet, though not sent. */
  private static int rolloverCounter(long index) {
    return (int) (index >>> SEQUENCE_NUMBER_BITS);
  }
}
