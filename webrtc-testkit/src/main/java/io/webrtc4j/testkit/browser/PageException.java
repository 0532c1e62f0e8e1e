package io.webrtc4j.testkit.browser;

/** A script threw in the page; the message is its error and stack. */
public final class PageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With the error and stack that the page gave. */
  public PageException(String message) {
    super(message);
  }
}
