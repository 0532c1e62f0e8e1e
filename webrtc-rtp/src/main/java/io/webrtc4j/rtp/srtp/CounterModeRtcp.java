package io.webrtc4j.rtp.srtp;

import io.webrtc4j.common.PacketBuffer;

/** SRTCP by AES in counter mode and HMAC-SHA1 (RFC 3711 §3.4): the index, then the tag. */
final class CounterModeRtcp implements RtcpProtection {
  private final AesCounterMode cipher;
  private final HmacSha1 mac;
  private final int tagLength;

  CounterModeRtcp(SrtpMasterKey master) {
    KeyDerivation keys = new KeyDerivation(master);
    this.cipher = new AesCounterMode(keys.rtcpKey(), keys.rtcpSalt());
    this.tagLength = master.profile().rtcpTagLength();
    this.mac = new HmacSha1(keys.rtcpAuthenticationKey(), tagLength);
  }

  @Override
  public void protect(PacketBuffer packet, int ssrc, int index) {
    byte[] array = packet.array();
    int start = packet.start();
    int end = packet.end();
    packet.append(ESRTCP_WORD_LENGTH + tagLength);
    int body = start + HEADER_LENGTH;
    cipher.apply(array, body, end - body, ssrc, index);
    Words.write(array, end, E_FLAG | index);
    mac.sign(array, start, end + ESRTCP_WORD_LENGTH - start);
  }

  @Override
  public int esrtcpWord(PacketBuffer packet) {
    return Words.read(packet.array(), packet.end() - tagLength - ESRTCP_WORD_LENGTH);
  }

  @Override
  public boolean unprotect(PacketBuffer packet, int ssrc, int esrtcpWord) {
    byte[] array = packet.array();
    int start = packet.start();
    if (!mac.verify(array, start, packet.length() - tagLength)) {
      return false;
    }
    packet.trimEnd(tagLength + ESRTCP_WORD_LENGTH);
    if ((esrtcpWord & E_FLAG) != 0) {
      int body = start + HEADER_LENGTH;
      cipher.apply(array, body, packet.end() - body, ssrc, esrtcpWord & ~E_FLAG);
    }
    return true;
  }
}
