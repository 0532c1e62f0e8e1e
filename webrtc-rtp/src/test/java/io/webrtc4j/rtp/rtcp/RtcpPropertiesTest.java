package io.webrtc4j.rtp.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.rtcp.TransportFeedback.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class RtcpPropertiesTest {
  private static final int[] TYPES = {200, 201, 202, 203, 204, 205, 206, 207};
  private static final int[] FORMATS = {0, 1, 2, 4, 11, 15};

  @Property(tries = 200)
  void anyTransportFeedbackIsReadAsItWasWritten(
      @ForAll @IntRange(max = 3000) int count, @ForAll long seed) throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    List<Arrival> arrivals = new ArrayList<>();
    int lossPercent = random.nextInt(101);
    int largePercent = random.nextInt(101);
    boolean isLost = false;
    for (int offset = 0; offset < count; offset++) {
      if (random.nextInt(5) == 0) {
        isLost = random.nextInt(100) < lossPercent;
      }
      if (!isLost) {
        boolean isLarge = random.nextInt(100) < largePercent;
        arrivals.add(new Arrival(offset, isLarge ? (short) random.nextInt() : random.nextInt(256)));
      }
    }
    TransportFeedback feedback = new TransportFeedback(1, 2, 3, count, 4, 5, arrivals);
    PacketBuffer written = Rtcp.write(feedback);
    assertThat(RtcpCompound.parse(written).packets()).containsExactly(feedback);
    int deltas = arrivals.stream().mapToInt(arrival -> arrival.isSmall() ? 1 : 2).sum();
    assertThat(written.length()).isLessThanOrEqualTo(20 + 2 * (count / 7 + 1) + deltas + 3);
  }

  /** Datagrams of packets that have a header each and anything in them. */
  @Property(tries = 500)
  void whatIsReadOfAnythingIsReadAgainAfterItIsWritten(
      @ForAll @Size(max = 6) List<@Size(max = 40) byte[]> bodies, @ForAll long seed)
      throws DecodeException {
    SplittableRandom random = new SplittableRandom(seed);
    PacketBuffer datagram = PacketBuffer.allocate(400, 2);
    for (byte[] body : bodies) {
      int words = body.length / 4;
      int format = FORMATS[random.nextInt(FORMATS.length)];
      int type = TYPES[random.nextInt(TYPES.length)];
      datagram.put(new byte[] {(byte) (0x80 | format), (byte) type, 0, (byte) words});
      datagram.put(body, 0, 4 * words);
    }
    if (bodies.isEmpty()) {
      return;
    }
    RtcpCompound compound = RtcpCompound.parse(datagram);
    assertThat(compound.packets().size() + compound.unknown() + compound.malformed())
        .isEqualTo(bodies.size());
    if (!compound.packets().isEmpty()) {
      PacketBuffer written = Rtcp.write(compound.packets().toArray(RtcpPacket[]::new));
      assertThat(RtcpCompound.parse(written).packets()).isEqualTo(compound.packets());
    }
  }

  @Property(tries = 500)
  void anyBytesGiveNothingButTheDecodeException(@ForAll @Size(max = 200) byte[] bytes) {
    try {
      RtcpCompound compound = RtcpCompound.parse(PacketBuffer.wrap(bytes));
      assertThat(4 * compound.packets().size()).isLessThanOrEqualTo(bytes.length);
    } catch (DecodeException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }
}
