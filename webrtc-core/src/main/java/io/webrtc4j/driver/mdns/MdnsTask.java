package io.webrtc4j.driver.mdns;

/** Something that goes on until it is ended. */
@FunctionalInterface
public interface MdnsTask {
  /** Ends it; nothing is told afterwards on the driver's loop. From any thread. */
  void end();
}
