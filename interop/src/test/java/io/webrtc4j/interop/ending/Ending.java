package io.webrtc4j.interop.ending;

/** How a client's connection ends, and how the server learns of it. */
enum Ending {
  /** A process with this tab alone is ended without a word; one that goes on says goodbye. */
  CHROMIUM_TAB_CLOSED("the client closed it|consent expired"),

  CHROMIUM_TAB_CRASHED("consent expired"),
  CHROMIUM_RELOADED("the client closed it"),
  CHROMIUM_KILLED("consent expired"),
  FIREFOX_RELOADED("the client closed it"),
  FIREFOX_KILLED("consent expired"),
  AIORTC_KILLED("consent expired"),
  PION_KILLED("consent expired");

  private final String reason;

  Ending(String reason) {
    this.reason = reason;
  }

  /** What the server says of the reason, as a regular expression. */
  String reason() {
    return reason;
  }
}
