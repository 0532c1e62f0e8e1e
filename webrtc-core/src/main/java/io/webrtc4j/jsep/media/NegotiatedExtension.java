package io.webrtc4j.jsep.media;

/**
 * A header extension that both peers use, one way.
 *
 * @param uri what it is
 * @param id its number, 1 to 255; above 14 only where {@link MediaParameters#mixedExtensions}
 */
public record NegotiatedExtension(String uri, int id) {}
