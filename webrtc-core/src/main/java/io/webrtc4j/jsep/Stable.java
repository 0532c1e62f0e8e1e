package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.MediaNumbers;
import org.jspecify.annotations.Nullable;

/** What a rollback goes back to: the state when it was stable last, where an offer changes it. */
record Stable(
    TransceiverList transceivers,
    Transports transports,
    MediaNumbers numbers,
    int nextMid,
    @Nullable Boolean canTrickle) {}
