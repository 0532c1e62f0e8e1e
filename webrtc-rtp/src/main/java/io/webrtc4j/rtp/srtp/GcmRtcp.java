package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** SRTCP by AES-GCM (RFC 7714 §9): the tag, then the index. */
final class GcmRtcp implements RtcpProtection {
  private final AesGcm cipher;
  private final byte[] word = new byte[ESRTCP_WORD_LENGTH];

  GcmRtcp(SrtpMasterKey master) {
    KeyDerivation keys = new KeyDerivation(master);
    this.cipher = new AesGcm(keys.rtcpKey(), keys.rtcpSalt());
  }

  /** With session keys, as in the vectors of RFC 7714 §17. */
  GcmRtcp(byte[] key, byte[] salt) {
    this.cipher = new AesGcm(key, salt);
  }

  @Override
  public void protect(PacketBuffer packet, int ssrc, int index) {
    byte[] array = packet.array();
    int start = packet.start();
    int end = packet.end();
    packet.append(AesGcm.TAG_LENGTH + ESRTCP_WORD_LENGTH);
    cipher.encrypting(ssrc, index);
    authenticate(array, start, HEADER_LENGTH, E_FLAG | index);
    int body = start + HEADER_LENGTH;
    cipher.seal(array, body, end - body);
    Words.write(array, end + AesGcm.TAG_LENGTH, E_FLAG | index);
  }

  @Override
  public int esrtcpWord(PacketBuffer packet) {
    return Words.read(packet.array(), packet.end() - ESRTCP_WORD_LENGTH);
  }

  @Override
  public boolean unprotect(PacketBuffer packet, int ssrc, int esrtcpWord) {
    byte[] array = packet.array();
    int start = packet.start();
    int end = packet.end() - ESRTCP_WORD_LENGTH;
    boolean isEncrypted = (esrtcpWord & E_FLAG) != 0;
    int clearLength = isEncrypted ? HEADER_LENGTH : end - start - AesGcm.TAG_LENGTH;
    cipher.decrypting(ssrc, esrtcpWord & ~E_FLAG);
    authenticate(array, start, clearLength, esrtcpWord);
    int body = start + clearLength;
    if (!cipher.open(array, body, end - body)) {
      return false;
    }
    packet.trimEnd(AesGcm.TAG_LENGTH + ESRTCP_WORD_LENGTH);
    return true;
  }

  private void authenticate(byte[] array, int offset, int length, int esrtcpWord) {
    cipher.additionalData(array, offset, length);
    Words.write(word, 0, esrtcpWord);
    cipher.additionalData(word, 0, word.length);
  }
}
