/**
 * A program that says in plain words what a session description means, or sends it through the
 * parser and the writer. It depends on webrtc-sdp and picocli alone.
 *
 * <p>Begin with {@code Explanation}, then {@code MediaExplanation}; each has the explanations of
 * what lies within it.
 */
@org.jspecify.annotations.NullMarked
package io.webrtc4j.examples.sdp;
