package io.webrtc4j.ice.mdns.message;

/** The record types and classes that host names need (RFC 1035 §3.2.2, RFC 3596, RFC 4034 §4). */
public final class DnsType {
  /** An IPv4 address. */
  public static final int A = 1;

  /** An IPv6 address. */
  public static final int AAAA = 28;

  /** Which types a name has. */
  public static final int NSEC = 47;

  /** In questions: any type, or any class. */
  public static final int ANY = 255;

  /** The class of the Internet. */
  public static final int INTERNET = 1;

  private DnsType() {}
}
