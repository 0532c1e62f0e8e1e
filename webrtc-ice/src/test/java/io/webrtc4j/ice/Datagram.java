package io.webrtc4j.ice;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.ice.stun.StunMessage;
import io.webrtc4j.ice.stun.UseCandidate;
import java.net.InetSocketAddress;
import java.util.HexFormat;

/** A packet on the way, immutable. */
final class Datagram {
  private final InetSocketAddress source;
  private final InetSocketAddress destination;
  private final byte[] bytes;

  Datagram(InetSocketAddress source, InetSocketAddress destination, byte[] bytes) {
    this.source = source;
    this.destination = destination;
    this.bytes = bytes.clone();
  }

  InetSocketAddress source() {
    return source;
  }

  InetSocketAddress destination() {
    return destination;
  }

  int length() {
    return bytes.length;
  }

  PacketBuffer packet() {
    return PacketBuffer.wrap(bytes.clone());
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Datagram from(InetSocketAddress newSource) {
    return new Datagram(newSource, destination, bytes);
  }

  Datagram to(InetSocketAddress newDestination) {
    return new Datagram(source, newDestination, bytes);
  }

  StunMessage message() {
    try {
      return StunMessage.parse(packet());
    } catch (DecodeException notStun) {
      throw new AssertionError(notStun);
    }
  }

  /** The check that this packet is. */
  BindingRequest check() {
    try {
      return BindingRequest.parse(message());
    } catch (DecodeException noCheck) {
      throw new AssertionError(noCheck);
    }
  }

  boolean nominates() {
    return message().first(UseCandidate.class).isPresent();
  }

  @Override
  public String toString() {
    return source + " -> " + destination + " " + HexFormat.of().formatHex(bytes);
  }
}
