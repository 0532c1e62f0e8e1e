package io.webrtc4j.testkit;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.world.Loop;
import io.webrtc4j.world.UdpListener;
import io.webrtc4j.world.UdpPort;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A bare socket on a virtual host, which remembers what arrives. */
final class Probe implements UdpListener, Loop.BindOutcome {
  record Received(InetSocketAddress from, String text, Duration at) {}

  final List<Received> received = new ArrayList<>();
  Throwable bindFailure;

  private final VirtualNetwork network;
  private UdpPort port;

  Probe(VirtualNetwork network, VirtualHost host, String address, int number) {
    this.network = network;
    host.loop().bind(at(address, number), this, this);
    network.run(Duration.ZERO);
  }

  static InetSocketAddress at(String address, int port) {
    return new InetSocketAddress(Addresses.parse(address), port);
  }

  InetSocketAddress local() {
    return port.local();
  }

  void send(String text, InetSocketAddress to) {
    port.write(PacketBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), to);
    port.flush();
  }

  void send(byte[] bytes, InetSocketAddress to) {
    port.write(PacketBuffer.wrap(bytes), to);
    port.flush();
  }

  void close() {
    port.close();
  }

  List<String> texts() {
    return received.stream().map(Received::text).toList();
  }

  /** Who sent the last packet that arrived. */
  InetSocketAddress lastSender() {
    return received.get(received.size() - 1).from();
  }

  @Override
  public void bound(UdpPort port) {
    this.port = port;
  }

  @Override
  public void failed(Throwable cause) {
    bindFailure = cause;
  }

  @Override
  public void received(UdpPort at, PacketBuffer packet, InetSocketAddress remote) {
    String text = new String(packet.toByteArray(), StandardCharsets.UTF_8);
    received.add(new Received(remote, text, network.now()));
  }

  @Override
  public void burstEnded(UdpPort at) {}

  @Override
  public void writabilityChanged(UdpPort at) {}

  @Override
  public void failed(UdpPort at, Throwable cause) {}
}
