package io.webrtc4j.benchmarks;

import io.webrtc4j.benchmarks.srtp.BareCipher;
import io.webrtc4j.benchmarks.srtp.JitsiSrtp;
import io.webrtc4j.rtp.srtp.SrtpMasterKey;
import io.webrtc4j.rtp.srtp.SrtpProfile;
import io.webrtc4j.rtp.srtp.SrtpReceiveContext;
import io.webrtc4j.rtp.srtp.SrtpSendContext;

/** Both ends of a stream, by each implementation, all with the same key. */
final class SrtpEnds {
  /** The only source that jitsi-srtp's ends know. */
  static final int SSRC = 0x12345678;

  private static final int GCM_SALT_LENGTH = 12;

  final SrtpSendContext sender;
  final SrtpReceiveContext receiver;
  final JitsiSrtp jitsiSender;
  final JitsiSrtp jitsiReceiver;
  final BareCipher bareCipher;

  SrtpEnds(SrtpProfile profile) {
    byte[] key = counting(profile.keyLength());
    byte[] salt = counting(profile.saltLength());
    SrtpMasterKey master = new SrtpMasterKey(profile, key, salt);
    sender = new SrtpSendContext(master);
    receiver = new SrtpReceiveContext(master);
    jitsiSender = JitsiSrtp.of(true, key, salt, profile.rtpOverhead(), SSRC);
    jitsiReceiver =
        JitsiSrtp.of(
            false,
            counting(profile.keyLength()),
            counting(profile.saltLength()),
            profile.rtpOverhead(),
            SSRC);
    bareCipher =
        BareCipher.of(profile.saltLength() == GCM_SALT_LENGTH, counting(profile.keyLength()));
  }

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
