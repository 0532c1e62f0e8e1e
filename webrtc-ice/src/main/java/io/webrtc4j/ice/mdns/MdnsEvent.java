package io.webrtc4j.ice.mdns;

import java.net.InetAddress;

/** What became of a question, from {@link MulticastDns#pollEvent()}. */
public sealed interface MdnsEvent {
  /** The name that was asked for. */
  MdnsName name();

  /** {@code name} stands for {@code address}. */
  record Resolved(MdnsName name, InetAddress address) implements MdnsEvent {}

  /** Nobody tells what {@code name} stands for; {@code reason} is a part of a sentence. */
  record NotResolved(MdnsName name, String reason) implements MdnsEvent {}
}
