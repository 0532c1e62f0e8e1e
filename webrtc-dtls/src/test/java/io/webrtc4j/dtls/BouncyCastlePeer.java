package io.webrtc4j.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;

/** Bouncy Castle's DTLS on a thread of its own, its datagrams in two queues. */
final class BouncyCastlePeer implements DatagramTransport, AutoCloseable {
  private static final int MTU = 1200;

  final BlockingQueue<byte[]> toPeer = new LinkedBlockingQueue<>();
  final BlockingQueue<byte[]> fromPeer = new LinkedBlockingQueue<>();
  final CompletableFuture<byte[]> firstData = new CompletableFuture<>();
  private final Thread thread;

  /** Does a handshake over a transport. */
  interface Opening {
    DTLSTransport open(DatagramTransport transport) throws IOException;
  }

  BouncyCastlePeer(Opening opening, byte[] greeting) {
    thread =
        new Thread(
            () -> {
              try {
                DTLSTransport dtls = opening.open(this);
                dtls.send(greeting, 0, greeting.length);
                byte[] buffer = new byte[2000];
                int length = dtls.receive(buffer, 0, buffer.length, 10_000);
                firstData.complete(Arrays.copyOf(buffer, Math.max(0, length)));
                dtls.close();
              } catch (IOException | RuntimeException e) {
                firstData.completeExceptionally(e);
              }
            },
            "bouncy-castle");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public int getReceiveLimit() {
    return 2000;
  }

  @Override
  public int getSendLimit() {
    return MTU;
  }

  @Override
  public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
    try {
      byte[] datagram = toPeer.poll(waitMillis, TimeUnit.MILLISECONDS);
      if (datagram == null) {
        return -1;
      }
      System.arraycopy(datagram, 0, buffer, offset, Math.min(length, datagram.length));
      return Math.min(length, datagram.length);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }

  @Override
  public void send(byte[] buffer, int offset, int length) {
    fromPeer.add(Arrays.copyOfRange(buffer, offset, offset + length));
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
