package io.webrtc4j.ice.mdns;

import io.webrtc4j.ice.mdns.message.DnsName;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name that stands for one address in candidates: a UUID and {@code .local}. Others are neither
 * asked for nor answered, so that nobody makes us send packets to a printer
 * (draft-ietf-mmusic-mdns-ice-candidates §3.2.2).
 */
public final class MdnsName {
  private static final String SUFFIX = ".local";
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  // RFC 9562 §5.4: version 4 in the first half, variant 10 in the second.
  private static final long VERSION_MASK = 0xf000L;
  private static final long VERSION = 0x4000L;
  private static final long VARIANT_MASK = 0xc000_0000_0000_0000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final DnsName dns;
  private final String text;

  private MdnsName(String text) {
    this.text = text;
    this.dns = DnsName.of(text);
  }

  /** A new name: a random UUID of version 4 (draft §3.1.1). */
  public static MdnsName random(RandomGenerator random) {
    UUID uuid =
        new UUID(
            (random.nextLong() & ~VERSION_MASK) | VERSION,
            (random.nextLong() & ~VARIANT_MASK) | VARIANT);
    return new MdnsName(uuid + SUFFIX);
  }

  /** The name that {@code text} is, in any letter case, or empty if it is none of this form. */
  public static Optional<MdnsName> parse(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    boolean fits =
        name.endsWith(SUFFIX)
            && FORM.matcher(name.substring(0, name.length() - SUFFIX.length())).matches();
    return fits ? Optional.of(new MdnsName(name)) : Optional.empty();
  }

  /** The name that {@code dns} is, or empty if it is none of this form. */
  static Optional<MdnsName> of(DnsName dns) {
    return parse(dns.toString()).filter(name -> name.dns.equals(dns));
  }

  DnsName dns() {
    return dns;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MdnsName that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** As candidates have it, in lower case and without a dot at its end. */
  @Override
  public String toString() {
    return text;
  }
}
