package io.webrtc4j.interop.matrix;

import java.net.URI;
import java.util.List;

/** Another WebRTC stack, running. */
interface Stack extends AutoCloseable {
  /**
   * Makes connections to an echo server, one after the other, exchanges messages on each, and
   * closes all but the last, which it leaves to the server.
   */
  Offers offers(URI server, int connections);

  /** Begins to be an echo server, and returns where it takes offers. */
  URI serve();

  /** Waits until the client's end of so many connections was noticed. */
  void awaitEndOfServed(int connections);

  /** What it printed. */
  String output();

  @Override
  void close();

  /** A row of connections that are being made. */
  interface Offers {
    /** Waits until all connections were made, and the last one waits for the server to end it. */
    void awaitLast();

    /**
     * Waits until the last connection has ended too.
     *
     * @return how long each took to open, in milliseconds, from the peer connection's making
     */
    List<Double> awaitEnd();
  }
}
