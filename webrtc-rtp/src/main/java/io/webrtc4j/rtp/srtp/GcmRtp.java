package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** SRTP by AES-GCM (RFC 7714 §8). */
final class GcmRtp implements RtpProtection {
  private final AesGcm cipher;

  GcmRtp(SrtpMasterKey master) {
    KeyDerivation keys = new KeyDerivation(master);
    this.cipher = new AesGcm(keys.rtpKey(), keys.rtpSalt());
  }

  /** With session keys, as in the vectors of RFC 7714 §16. */
  GcmRtp(byte[] key, byte[] salt) {
    this.cipher = new AesGcm(key, salt);
  }

  @Override
  public void protect(PacketBuffer packet, int headerLength, int ssrc, long index) {
    byte[] array = packet.array();
    int start = packet.start();
    int length = packet.length();
    packet.append(AesGcm.TAG_LENGTH);
    cipher.encrypting(ssrc, index);
    cipher.additionalData(array, start, headerLength);
    cipher.seal(array, start + headerLength, length - headerLength);
  }

  @Override
  public boolean unprotect(PacketBuffer packet, int headerLength, int ssrc, long index) {
    byte[] array = packet.array();
    int start = packet.start();
    cipher.decrypting(ssrc, index);
    cipher.additionalData(array, start, headerLength);
    if (!cipher.open(array, start + headerLength, packet.length() - headerLength)) {
      return false;
    }
    packet.trimEnd(AesGcm.TAG_LENGTH);
    return true;
  }
}
