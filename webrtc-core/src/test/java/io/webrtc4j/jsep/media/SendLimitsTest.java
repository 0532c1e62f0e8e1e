package io.webrtc4j.jsep.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.sdp.Bandwidth;
import io.webrtc4j.sdp.MediaDescription;
import org.junit.jupiter.api.Test;

/** RFC 9429 §5.10. */
class SendLimitsTest {
  private static SendLimits with(Bandwidth... bandwidths) {
    MediaDescription section = Built.text("audio", "0").with(bandwidths);
    return MediaSections.negotiated(Built.offer(Built.audio()), section, true).sendLimits();
  }

  @Test
  void kilobitsAreTranslatedAndTheOtherFormGoesFirst() {
    assertThat(with(new Bandwidth("AS", 100)).maxBitrate()).hasValue(79_000);
    assertThat(with(new Bandwidth("AS", 100), new Bandwidth("TIAS", 5)).maxBitrate()).hasValue(5);
    assertThat(with(new Bandwidth("CT", 100)).maxBitrate()).isEmpty();
  }

  @Test
  void extremesDoNotWrap() {
    assertThat(with(new Bandwidth("AS", 0)).maxBitrate()).hasValue(0);
    assertThat(with(new Bandwidth("AS", Long.MAX_VALUE)).maxBitrate().getAsLong())
        .isGreaterThan(Long.MAX_VALUE / 2);
  }

  @Test
  void lengthsOfPacketsAreTold() {
    MediaDescription section = Built.text("audio", "0", "ptime:20", "maxptime:60");
    SendLimits limits = SendLimits.of(section);
    assertThat(limits.ptime()).hasValue(20);
    assertThat(limits.maxptime()).hasValue(60);
    assertThat(with().ptime()).isEmpty();
  }
}
