package io.webrtc4j.sctp.testing;

import io.webrtc4j.common.Deadline;
import io.webrtc4j.sctp.DataChannelEvent;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.ControlChunk;
import io.webrtc4j.sctp.packet.CookieAckChunk;
import io.webrtc4j.sctp.packet.ForwardTsnSupported;
import io.webrtc4j.sctp.packet.InitAckChunk;
import io.webrtc4j.sctp.packet.InitChunk;
import io.webrtc4j.sctp.packet.InitFields;
import io.webrtc4j.sctp.packet.OpaqueBytes;
import io.webrtc4j.sctp.packet.Packets;
import io.webrtc4j.sctp.packet.Parameter;
import io.webrtc4j.sctp.packet.SackChunk;
import io.webrtc4j.sctp.packet.StateCookie;
import io.webrtc4j.sctp.packet.SupportedExtensions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A peer that sends what a test tells it, to a side (the DTLS server) that is our transport. */
public final class Scripted {
  /** The peer's window. */
  public static final long WINDOW = 100_000;

  /** What the peer says of itself. */
  public static final InitFields FIELDS = new InitFields(77, WINDOW, 65535, 65535, 5000);

  /** The transport under test. */
  public final Side side = Side.server(1);

  private final int tagOfSide;
  private int lastTsnOfSide;
  private int nextTsn = FIELDS.initialTsn();
  private long now = Deadline.seconds(1);

  private Scripted(List<Parameter> extensions) {
    side.transport.connect(now);
    InitChunk init = (InitChunk) Packets.control(side.poll(now)).get(0);
    tagOfSide = init.fields().initiateTag();
    lastTsnOfSide = init.fields().initialTsn() - 1;
    List<Parameter> parameters = new ArrayList<>(extensions);
    parameters.add(new StateCookie(OpaqueBytes.of(new byte[32])));
    sends(Packets.of(tagOfSide, new InitAckChunk(FIELDS, parameters)));
    side.poll(now);
    sends(Packets.of(tagOfSide, new CookieAckChunk()));
    if (!side.isEstablished()) {
      throw new AssertionError("no association");
    }
  }

  /** A peer as browsers are. */
  public static Scripted established() {
    return new Scripted(
        List.of(
            new ForwardTsnSupported(),
            new SupportedExtensions(List.of(ChunkType.RE_CONFIG, ChunkType.FORWARD_TSN))));
  }

  /** A peer that knows RFC 9260 alone. */
  public static Scripted withoutExtensions() {
    return new Scripted(List.of());
  }

  /** Sends a packet to the side. */
  public void sends(byte[] packet) {
    side.receive(packet, now);
  }

  /** Sends a packet; what the side's next packet consists of. */
  public String answers(byte[] packet) {
    byte[] reply = reply(packet);
    return reply == null ? "" : Packets.describe(reply);
  }

  /** Sends a packet; the side's next packet. */
  public byte[] reply(byte[] packet) {
    sends(packet);
    return side.poll(now);
  }

  /** All control chunks that the side sends now. */
  public List<ControlChunk> control() {
    List<ControlChunk> control = new ArrayList<>();
    for (byte[] packet = side.poll(now); packet != null; packet = side.poll(now)) {
      control.addAll(Packets.control(packet));
    }
    return control;
  }

  /** Opens a channel on a stream, and acknowledges the answer; the channel's handle. */
  public int opensChannel(int stream) {
    byte[] open = HexFormat.of().parseHex("03000100000000000001000078");
    sends(Packets.data(tagOfSide, 3, takeTsn(), stream, 0, 50, open));
    lastTsnOfSide++;
    control();
    sends(Packets.of(tagOfSide, new SackChunk(lastTsnOfSide, WINDOW, new int[0], new int[0])));
    List<DataChannelEvent.ChannelOffered> offered =
        side.events(DataChannelEvent.ChannelOffered.class);
    return offered.get(offered.size() - 1).channel();
  }

  /** Time passes. */
  public void passes(long millis) {
    now += Deadline.millis(millis);
    side.timeout(now);
  }

  /** The time. */
  public long now() {
    return now;
  }

  /** The tag that packets to the side carry. */
  public int tagOfSide() {
    return tagOfSide;
  }

  /** The last TSN that the side has used, as far as {@link #opensChannel} knows. */
  public int lastTsnOfSide() {
    return lastTsnOfSide;
  }

  /** The TSN that the peer uses next. */
  public int nextTsn() {
    return nextTsn;
  }

  /** Uses the peer's next TSN. */
  public int takeTsn() {
    return nextTsn++;
  }

  /** The last TSN that the peer has used. */
  public int lastTsn() {
    return nextTsn - 1;
  }
}
