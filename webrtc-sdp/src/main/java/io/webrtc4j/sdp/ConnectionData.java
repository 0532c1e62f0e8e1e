package io.webrtc4j.sdp;

import java.util.OptionalInt;

/**
 * A {@code c=} line: where the media goes (RFC 8866 §5.7). With ICE its value is not used.
 *
 * @param networkType {@code IN}
 * @param addressType {@code IP4} or {@code IP6}
 * @param address an address or a name, without a slash where the type is one of these
 * @param ttl time to live of IPv4 multicast, 0 to 255
 * @param addressCount number of contiguous multicast addresses, if it is given
 */
public record ConnectionData(
    String networkType,
    String addressType,
    String address,
    OptionalInt ttl,
    OptionalInt addressCount)
    implements Line {
  private static final String IP4 = "IP4";
  private static final String IP6 = "IP6";
  private static final int MAX_TTL = 255;

  /** A connection by its fields. */
  public ConnectionData {
    Grammar.requireToken("network type", networkType);
    Grammar.requireToken("address type", addressType);
    Grammar.requireVisible("address", address);
    if (isInternet(addressType) && address.indexOf('/') >= 0) {
      throw new IllegalArgumentException("the address must have no slash");
    }
    ttl.ifPresent(value -> Grammar.requireRange("TTL", value, 0, MAX_TTL));
    addressCount.ifPresent(
        count -> Grammar.requireRange("number of addresses", count, 1, Integer.MAX_VALUE));
    if (ttl.isPresent() && !addressType.equals(IP4)) {
      throw new IllegalArgumentException("only IP4 has a TTL");
    }
    if (addressCount.isPresent() && !addressType.equals(IP6) && ttl.isEmpty()) {
      throw new IllegalArgumentException("the number of addresses needs IP6, or IP4 and a TTL");
    }
  }

  /** A unicast address of the Internet; a colon in it says that it is IPv6. */
  public static ConnectionData of(String address) {
    return new ConnectionData(
        "IN",
        address.indexOf(':') >= 0 ? IP6 : IP4,
        address,
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static ConnectionData parse(FieldReader fields) throws SdpParseException {
    String networkType = fields.token("network type");
    String addressType = fields.token("address type");
    String address = fields.fieldUpTo(isInternet(addressType) ? "/" : "", "address");
    OptionalInt ttl = OptionalInt.empty();
    OptionalInt count = OptionalInt.empty();
    if (addressType.equals(IP4) && fields.skip('/')) {
      ttl = OptionalInt.of((int) fields.number("TTL", 0, MAX_TTL));
    }
    if (fields.skip('/')) {
      count = OptionalInt.of((int) fields.number("number of addresses", 1, Integer.MAX_VALUE));
    }
    fields.end();
    return new ConnectionData(networkType, addressType, address, ttl, count);
  }

  private static boolean isInternet(String addressType) {
    return addressType.equals(IP4) || addressType.equals(IP6);
  }

  @Override
  public char type() {
    return 'c';
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append(networkType).append(' ').append(addressType).append(' ').append(address);
    ttl.ifPresent(value -> text.append('/').append(value));
    addressCount.ifPresent(count -> text.append('/').append(count));
    return text.toString();
  }
}
