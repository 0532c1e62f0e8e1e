package io.webrtc4j.jsep;

import io.webrtc4j.sdp.MediaDescription;

/**
 * An offer and its answer.
 *
 * @param local ours
 * @param remote the peer's
 * @param offeredHere whether ours is the offer
 */
record Round(Sections local, Sections remote, boolean offeredHere) {

  static Round of(Description local, Description remote) {
    return new Round(Sections.of(local), Sections.of(remote), local.type() == SdpType.OFFER);
  }

  Sections offer() {
    return offeredHere ? local : remote;
  }

  Sections answer() {
    return offeredHere ? remote : local;
  }

  int count() {
    return answer().count();
  }

  /** Whether both sides have the section. */
  boolean isAccepted(int index) {
    return local.isLive(index) && remote.isLive(index);
  }

  boolean isRtp(int index) {
    return isAccepted(index) && local.isLiveRtp(index);
  }

  boolean isData(int index) {
    return isAccepted(index) && local.isLiveData(index);
  }

  MediaDescription localMedia(int index) {
    return local.media(index);
  }

  MediaDescription remoteMedia(int index) {
    return remote.media(index);
  }
}
