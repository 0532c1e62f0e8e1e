package io.webrtc4j;

/**
 * Something happened; the object that it happened to tells the rest.
 *
 * @param type the event's W3C name, such as {@code signalingstatechange}
 */
public record Event(String type) {}
