package io.webrtc4j;

/** The handle of an added listener. */
@FunctionalInterface
public interface ListenerRegistration extends AutoCloseable {
  /** Removes the listener; events already under way to it may still arrive. */
  void remove();

  /** The same as {@link #remove()}. */
  @Override
  default void close() {
    remove();
  }
}
