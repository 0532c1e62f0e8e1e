package io.webrtc4j.dtls;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** OpenSSL's s_client or s_server beside a socket on the loopback that our side uses. */
final class OpenSslProcess implements AutoCloseable {
  private static final int POLL_MILLIS = 5;

  final DatagramSocket socket;
  private final Process process;
  private final StringBuilder output = new StringBuilder();
  private final List<byte[]> received = new ArrayList<>();
  private InetSocketAddress peer;

  /** A server on a free port that we send to. */
  static OpenSslProcess server(List<String> arguments) throws IOException {
    int port;
    try (DatagramSocket probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    List<String> command = command("s_server", arguments);
    command.addAll(List.of("-accept", "127.0.0.1:" + port));
    return new OpenSslProcess(
        command, new DatagramSocket(0, InetAddress.getLoopbackAddress()), port);
  }

  /** A client that sends to us. */
  static OpenSslProcess client(List<String> arguments) throws IOException {
    DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    List<String> command = command("s_client", arguments);
    command.addAll(List.of("-connect", "127.0.0.1:" + socket.getLocalPort()));
    return new OpenSslProcess(command, socket, socket.getLocalPort());
  }

  private static List<String> command(String tool, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("openssl", tool, "-dtls1_2"));
    command.addAll(arguments);
    return command;
  }

  private OpenSslProcess(List<String> command, DatagramSocket socket, int peerPort)
      throws IOException {
    this.socket = socket;
    this.peer = new InetSocketAddress(InetAddress.getLoopbackAddress(), peerPort);
    socket.setSoTimeout(POLL_MILLIS);
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new IllegalStateException("openssl is missing: apt-get install openssl", e);
    }
  }

  /** Types a line into the tool, which sends it. */
  void type(String line) throws IOException {
    process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
  }

  /** Carries datagrams to and fro until {@code done}, or for ten seconds. */
  boolean run(DtlsEndpoint ours, BooleanSupplier done) throws IOException {
    long start = System.nanoTime();
    long now = 0;
    while (now < TimeUnit.SECONDS.toNanos(10)) {
      for (byte[] next = ours.poll(now); next != null; next = ours.poll(now)) {
        socket.send(new DatagramPacket(next, next.length, peer));
      }
      byte[] datagram = receive();
      now = System.nanoTime() - start;
      if (datagram.length > 0) {
        received.add(datagram);
        ours.receive(datagram, now);
      }
      if (ours.nextDeadline() <= now) {
        ours.timeout(now);
      }
      readOutput();
      if (done.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private byte[] receive() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[3000], 3000);
    try {
      socket.receive(packet);
    } catch (SocketTimeoutException e) {
      return new byte[0];
    }
    peer = (InetSocketAddress) packet.getSocketAddress();
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  private void readOutput() throws IOException {
    InputStream in = process.getInputStream();
    if (in.available() > 0) {
      output.append(new String(in.readNBytes(in.available()), StandardCharsets.UTF_8));
    }
  }

  /** All that the tool has printed. */
  String output() {
    return output.toString();
  }

  /** All datagrams that came from it. */
  List<byte[]> received() {
    return received;
  }

  @Override
  public void close() {
    process.destroy();
    socket.close();
  }
}
