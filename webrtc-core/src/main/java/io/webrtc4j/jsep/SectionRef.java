package io.webrtc4j.jsep;

/**
 * A media section.
 *
 * @param mid its identification tag; one of our making if the peer uses none
 * @param index its place in the descriptions, from 0
 */
public record SectionRef(String mid, int index) {}
