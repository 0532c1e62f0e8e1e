package io.webrtc4j.benchmarks.srtp;

import java.security.GeneralSecurityException;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.utils.logging2.LoggerImpl;

/**
 * One direction of one source by jitsi-srtp, which measures what ciphers there are and takes the
 * fastest: JCE's, as ours does.
 */
public final class JitsiSrtp {
  private static final int AUTHENTICATION_KEY_LENGTH = 20;
  private static final int GCM_TAG_LENGTH = 16;
  private static final int COUNTER_MODE_SALT_LENGTH = 14;

  private final SrtpCryptoContext rtp;
  private final SrtcpCryptoContext rtcp;
  private final JitsiPacket packet = new JitsiPacket();

  private JitsiSrtp(SrtpContextFactory factory, int ssrc) throws GeneralSecurityException {
    this.rtp = factory.deriveContext(ssrc, 0);
    this.rtcp = factory.deriveControlContext(ssrc);
  }

  /**
   * A context for {@code ssrc}.
   *
   * @param rtpTagLength 10 or 4 bytes of HMAC, or 16 for GCM
   */
  public static JitsiSrtp of(
      boolean isSender, byte[] key, byte[] salt, int rtpTagLength, int ssrc) {
    int rtcpTagLength = salt.length == COUNTER_MODE_SALT_LENGTH ? 10 : GCM_TAG_LENGTH;
    SrtpContextFactory factory =
        new SrtpContextFactory(
            isSender,
            key,
            salt,
            policy(key.length, salt.length, rtpTagLength),
            policy(key.length, salt.length, rtcpTagLength),
            new LoggerImpl(JitsiSrtp.class.getName()));
    try {
      return new JitsiSrtp(factory, ssrc);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SrtpPolicy policy(int keyLength, int saltLength, int tagLength) {
    return saltLength == COUNTER_MODE_SALT_LENGTH
        ? new SrtpPolicy(
            SrtpPolicy.AESCM_ENCRYPTION,
            keyLength,
            SrtpPolicy.HMACSHA1_AUTHENTICATION,
            AUTHENTICATION_KEY_LENGTH,
            tagLength,
            saltLength)
        : new SrtpPolicy(
            SrtpPolicy.AESGCM_ENCRYPTION,
            keyLength,
            SrtpPolicy.NULL_AUTHENTICATION,
            0,
            tagLength,
            saltLength);
  }

  /** Protects the packet at the beginning of {@code array} in place; returns its new length. */
  public int protect(byte[] array, int length) {
    return run(() -> rtp.transformPacket(packet.over(array, length)));
  }

  /** Takes the protection off again; returns the new length. */
  public int unprotect(byte[] array, int length) {
    return run(() -> rtp.reverseTransformPacket(packet.over(array, length), false));
  }

  /** The same of RTCP. */
  public int protectRtcp(byte[] array, int length) {
    return run(() -> rtcp.transformPacket(packet.over(array, length)));
  }

  /** The same of RTCP. */
  public int unprotectRtcp(byte[] array, int length) {
    return run(() -> rtcp.reverseTransformPacket(packet.over(array, length)));
  }

  private interface Step {
    SrtpErrorStatus run() throws GeneralSecurityException;
  }

  private int run(Step step) {
    try {
      SrtpErrorStatus status = step.run();
      if (status != SrtpErrorStatus.OK) {
        throw new IllegalStateException("refused: " + status);
      }
      return packet.getLength();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
