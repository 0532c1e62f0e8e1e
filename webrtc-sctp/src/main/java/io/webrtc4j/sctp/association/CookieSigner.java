package io.webrtc4j.sctp.association;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs our cookies and knows them again (RFC 9260 §5.1.3, §5.1.5). */
final class CookieSigner {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_LENGTH = 32;

  /** RFC 2104 §5 allows to cut a MAC to half its length. */
  private static final int MAC_LENGTH = 16;

  private final Mac mac;

  CookieSigner(RandomGenerator random) {
    byte[] key = new byte[KEY_LENGTH];
    random.nextBytes(key);
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }

  OpaqueBytes sign(Cookie cookie) {
    ByteWriter out = ByteWriter.growing();
    cookie.write(out);
    out.bytes(macOf(out.toByteArray()));
    return OpaqueBytes.of(out.toByteArray());
  }

  /** The cookie inside {@code bytes}, if it is one of ours. */
  Optional<Cookie> verify(OpaqueBytes bytes) {
    byte[] signed = bytes.toByteArray();
    if (signed.length <= MAC_LENGTH) {
      return Optional.empty();
    }
    int end = signed.length - MAC_LENGTH;
    byte[] expected = macOf(Arrays.copyOf(signed, end));
    if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(signed, end, signed.length))) {
      return Optional.empty();
    }
    try {
      return Optional.of(Cookie.parse(new ByteReader(signed, 0, end)));
    } catch (DecodeException impossible) {
      return Optional.empty();
    }
  }

  private byte[] macOf(byte[] content) {
    return Arrays.copyOf(mac.doFinal(content), MAC_LENGTH);
  }
}
