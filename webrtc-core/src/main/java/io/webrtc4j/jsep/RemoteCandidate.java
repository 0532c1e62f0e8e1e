package io.webrtc4j.jsep;

import io.webrtc4j.sdp.CandidateAttribute;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that the peer trickled.
 *
 * @param candidate the candidate, or null for the end of candidates
 * @param mid the section it names, or null
 * @param index the section's place, or null
 * @param ufrag the generation it names, or null
 */
public record RemoteCandidate(
    @Nullable CandidateAttribute candidate,
    @Nullable String mid,
    @Nullable Integer index,
    @Nullable String ufrag) {}
