package io.webrtc4j.testkit;

import io.webrtc4j.PeerSettings;
import io.webrtc4j.RTCConfiguration;
import io.webrtc4j.RTCPeerConnection;
import io.webrtc4j.sim.LinkConditions;
import io.webrtc4j.world.MulticastLink;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A computer of a {@link VirtualNetwork}: connections that are made with its {@link #settings()}
 * live on it, with their listeners.
 */
public final class VirtualHost {
  static final LinkConditions INSTANT = LinkConditions.perfect().withDelay(0, 0);

  private final String name;
  private final VirtualNetwork network;
  private final HostPorts ports;
  private final HostLoop loop;
  private final HostWorld world;
  private final VirtualLink uplink;
  private final VirtualLink downlink;

  VirtualHost(VirtualNetwork network, String name, SplittableRandom random) {
    this.network = network;
    this.name = name;
    VirtualTime time = network.time();
    this.uplink = new VirtualLink(time, network.conditions(), random.split(), this::route);
    this.downlink = new VirtualLink(time, INSTANT, random.split(), this::arrived);
    this.ports = new HostPorts(time, network.log(), uplink::send, downlink::send);
    this.loop = new HostLoop(time, ports);
    this.world = new HostWorld(time, loop, ports, random);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Gives it an address, one more if it has one, on the internet. */
  public VirtualHost address(String address) {
    ports.addAddress(Addresses.parse(address), network.internet());
    return this;
  }

  /** Gives it an address, one more if it has one, behind {@code nat}. */
  public VirtualHost address(String address, VirtualNat nat) {
    ports.addAddress(Addresses.parse(address), nat.inside());
    return this;
  }

  /** Takes an address from it: packets from and to there are lost from now on. */
  public VirtualHost removeAddress(String address) {
    ports.removeAddress(Addresses.parse(address));
    return this;
  }

  /** Its addresses in the order in which they were given. */
  public List<InetAddress> addresses() {
    return ports.addresses();
  }

  /** The wire from it to its network: at first under the network's conditions. */
  public VirtualLink uplink() {
    return uplink;
  }

  /** The wire from its network to it: at first without any delay or loss. */
  public VirtualLink downlink() {
    return downlink;
  }

  /** Loses all that it sends and all that is sent to it while {@code up} is false. */
  public VirtualHost up(boolean up) {
    uplink.up(up);
    downlink.up(up);
    return this;
  }

  /** Stops its process: nothing runs, and packets wait in the sockets until {@link #resume()}. */
  public VirtualHost pause() {
    loop.pause();
    return this;
  }

  /** As {@link #pause()}, and resumes after {@code duration}. */
  public VirtualHost pause(Duration duration) {
    network.schedule(duration, this::resume);
    return pause();
  }

  /** Lets its process go on, first with the packets and then with the timers that waited. */
  public VirtualHost resume() {
    loop.resume();
    return this;
  }

  /** Settings for connections that are to live on this host. */
  public PeerSettings settings() {
    return settingsBuilder().build();
  }

  /** As {@link #settings()}, for further settings. */
  public PeerSettings.Builder settingsBuilder() {
    return PeerSettings.builder().eventLoops(world).callbackExecutor(loop);
  }

  /** A connection on this host. */
  public RTCPeerConnection newConnection() {
    return new RTCPeerConnection(RTCConfiguration.defaults(), settings());
  }

  /** Runs {@code task} on this host after {@code delay}, or when it resumes. */
  public void schedule(Duration delay, Runnable task) {
    loop.schedule(task, delay.toNanos());
  }

  @Override
  public String toString() {
    return name;
  }

  private void route(Transit transit) {
    ports.route(transit);
  }

  private void arrived(Transit transit) {
    ports.arrived(transit, loop.isPaused());
  }

  /** How many UDP ports are bound. */
  int openPorts() {
    return ports.size();
  }

  HostLoop loop() {
    return loop;
  }

  List<MulticastLink> multicastLinks() {
    return ports.multicastLinks();
  }
}
