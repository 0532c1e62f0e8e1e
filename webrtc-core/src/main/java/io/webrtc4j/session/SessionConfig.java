package io.webrtc4j.session;

import io.webrtc4j.dtls.DtlsCertificate;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What a session needs to know at its beginning.
 *
 * @param certificate ours
 * @param maxMessageSize the largest data channel message that we take, in bytes
 * @param cname the canonical name of our RTP sources (RFC 3550 §6.5.1)
 * @param ntpAtZero the date and time when the session was made, in NTP's format of 64 bits (RFC
 *     3550 §4)
 */
public record SessionConfig(
    DtlsCertificate certificate, long maxMessageSize, String cname, long ntpAtZero) {

  private static final long NTP_EPOCH_TO_UNIX_SECONDS = 2_208_988_800L;
  private static final int NTP_FRACTION_BITS = 32;

  /** The date and time in NTP's format. */
  public static long ntp(Instant time) {
    long seconds = time.getEpochSecond() + NTP_EPOCH_TO_UNIX_SECONDS;
    long fraction = ((long) time.getNano() << NTP_FRACTION_BITS) / TimeUnit.SECONDS.toNanos(1);
    return seconds << NTP_FRACTION_BITS | fraction;
  }
}
