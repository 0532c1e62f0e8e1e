package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.MediaNumbers;
import java.util.List;

/**
 * An offer that was created, with what applying it needs to know.
 *
 * @param description the offer, without candidates
 * @param text as it was given out, with the candidates of the moment
 * @param plan whose the sections are
 * @param transports which transports they use
 * @param numbers what is known of numbers with it
 * @param nextMid the number from which tags are counted then
 * @param basis what it depends on
 */
record CreatedOffer(
    Description description,
    String text,
    List<PlannedSection> plan,
    OfferTransports transports,
    MediaNumbers numbers,
    int nextMid,
    Basis basis) {}
