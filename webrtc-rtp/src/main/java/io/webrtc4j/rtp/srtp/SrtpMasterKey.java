package io.webrtc4j.rtp.srtp;

import java.util.Arrays;

/**
 * A master key with its salt (RFC 3711 §3.2.1): that of one direction. {@link #erase} overwrites it
 * when the contexts that need it have been made. Not thread-safe.
 */
public final class SrtpMasterKey {
  private final SrtpProfile profile;
  private final byte[] key;
  private final byte[] salt;
  private boolean isErased;

  /**
   * Copies of {@code key} and {@code salt}.
   *
   * @throws IllegalArgumentException if the profile asks for other lengths
   */
  public SrtpMasterKey(SrtpProfile profile, byte[] key, byte[] salt) {
    if (key.length != profile.keyLength() || salt.length != profile.saltLength()) {
      throw new IllegalArgumentException(
          "%s needs a key of %d bytes and a salt of %d; these have %d and %d"
              .formatted(
                  profile, profile.keyLength(), profile.saltLength(), key.length, salt.length));
    }
    this.profile = profile;
    this.key = key.clone();
    this.salt = salt.clone();
  }

  /** Bytes to be exported from DTLS for both directions (RFC 5764 §4.2). */
  public static int exportedLength(SrtpProfile profile) {
    return 2 * (profile.keyLength() + profile.saltLength());
  }

  /** What the DTLS client protects with, from the bytes exported from DTLS (RFC 5764 §4.2). */
  public static SrtpMasterKey ofClient(SrtpProfile profile, byte[] exported) {
    return ofSide(profile, exported, 0);
  }

  /** What the DTLS server protects with. */
  public static SrtpMasterKey ofServer(SrtpProfile profile, byte[] exported) {
    return ofSide(profile, exported, 1);
  }

  /** Client's key, server's key, client's salt, server's salt. */
  private static SrtpMasterKey ofSide(SrtpProfile profile, byte[] exported, int side) {
    if (exported.length != exportedLength(profile)) {
      throw new IllegalArgumentException(
          "%s needs %d bytes from DTLS, not %d"
              .formatted(profile, exportedLength(profile), exported.length));
    }
    int keyAt = side * profile.keyLength();
    int saltAt = 2 * profile.keyLength() + side * profile.saltLength();
    byte[] key = Arrays.copyOfRange(exported, keyAt, keyAt + profile.keyLength());
    byte[] salt = Arrays.copyOfRange(exported, saltAt, saltAt + profile.saltLength());
    SrtpMasterKey master = new SrtpMasterKey(profile, key, salt);
    Arrays.fill(key, (byte) 0);
    Arrays.fill(salt, (byte) 0);
    return master;
  }

  /** The profile for which it is. */
  public SrtpProfile profile() {
    return profile;
  }

  byte[] key() {
    return key;
  }

  byte[] salt() {
    return salt;
  }

  /** Overwrites key and salt; contexts made with it go on, and no more can be made. */
  public void erase() {
    Arrays.fill(key, (byte) 0);
    Arrays.fill(salt, (byte) 0);
    isErased = true;
  }

  /** Refuses an erased key, which would protect nothing. */
  void requirePresent() {
    if (isErased) {
      throw new IllegalStateException("the master key is erased; make the contexts first");
    }
  }

  @Override
  public String toString() {
    return "SrtpMasterKey[" + profile + "]";
  }
}
