package io.webrtc4j.jsep;

import io.webrtc4j.jsep.media.Codec;
import io.webrtc4j.jsep.media.HeaderExtension;
import io.webrtc4j.jsep.media.MediaParameters;
import io.webrtc4j.sdp.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A changed copy of a transceiver in the making. */
final class TransceiverEdit {
  private final Transceiver old;
  private @Nullable String mid;
  private int index;
  private Direction direction;
  private @Nullable Direction currentDirection;
  private boolean stopping;
  private boolean stopped;
  private boolean createdByRemote;
  private boolean addedByAddTrack;
  private Sender sender;
  private List<Codec> preferredCodecs;
  private List<HeaderExtension> extensions;
  private @Nullable MediaParameters negotiated;
  private @Nullable RemoteMedia remote;

  TransceiverEdit(Transceiver old) {
    this.old = old;
    this.mid = old.mid();
    this.index = old.index();
    this.direction = old.direction();
    this.currentDirection = old.currentDirection();
    this.stopping = old.stopping();
    this.stopped = old.stopped();
    this.createdByRemote = old.createdByRemote();
    this.addedByAddTrack = old.addedByAddTrack();
    this.sender = old.sender();
    this.preferredCodecs = old.preferredCodecs();
    this.extensions = old.extensions();
    this.negotiated = old.negotiated();
    this.remote = old.remote();
  }

  TransceiverEdit section(@Nullable String mid, int index) {
    this.mid = mid;
    this.index = index;
    return this;
  }

  TransceiverEdit noSection() {
    return section(null, Transceiver.NO_INDEX);
  }

  TransceiverEdit direction(Direction direction) {
    this.direction = direction;
    return this;
  }

  TransceiverEdit currentDirection(@Nullable Direction currentDirection) {
    this.currentDirection = currentDirection;
    return this;
  }

  TransceiverEdit stopping() {
    this.stopping = true;
    return this;
  }

  /** W3C WebRTC §5.4: stop the RTCRtpTransceiver. */
  TransceiverEdit stopped() {
    this.direction = Direction.INACTIVE;
    this.currentDirection = null;
    this.stopping = true;
    this.stopped = true;
    return this;
  }

  TransceiverEdit createdByRemote() {
    this.createdByRemote = true;
    return this;
  }

  TransceiverEdit addedByAddTrack() {
    this.addedByAddTrack = true;
    return this;
  }

  TransceiverEdit sender(Sender sender) {
    this.sender = sender;
    return this;
  }

  TransceiverEdit preferredCodecs(List<Codec> preferredCodecs) {
    this.preferredCodecs = preferredCodecs;
    return this;
  }

  TransceiverEdit extensions(List<HeaderExtension> extensions) {
    this.extensions = extensions;
    return this;
  }

  TransceiverEdit negotiated(@Nullable MediaParameters negotiated) {
    this.negotiated = negotiated;
    return this;
  }

  TransceiverEdit remote(@Nullable RemoteMedia remote) {
    this.remote = remote;
    return this;
  }

  Transceiver done() {
    return new Transceiver(
        old.id(),
        old.kind(),
        mid,
        index,
        direction,
        currentDirection,
        stopping,
        stopped,
        createdByRemote,
        addedByAddTrack,
        sender,
        preferredCodecs,
        extensions,
        negotiated,
        remote);
  }
}
