package io.webrtc4j.jsep;

import io.webrtc4j.ice.IceCredentials;
import io.webrtc4j.jsep.media.MediaNumbers;
import java.util.Map;

/**
 * An answer that was created, with what applying it needs to know.
 *
 * @param description the answer, without candidates
 * @param text as it was given out, with the candidates of the moment
 * @param credentials ours for each transport that it uses
 * @param numbers what is known of numbers with it
 * @param basis what it depends on
 */
record CreatedAnswer(
    Description description,
    String text,
    Map<Integer, IceCredentials> credentials,
    MediaNumbers numbers,
    Basis basis) {}
