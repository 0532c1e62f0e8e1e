package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.sctp.packet.ChunkType;
import io.webrtc4j.sctp.packet.DataChunk;
import io.webrtc4j.sctp.packet.PacketChecksum;
import io.webrtc4j.sctp.packet.PacketHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An established association with its channels, and a {@link Script} of packets that lack the
 * common header: they get the right one.
 */
public final class SctpEngineTarget implements Target {
  private static final int TSN_AT = 4;
  private static final int STREAM_AT = 8;
  private static final int LAST_STREAM = 65534;
  private static final int SCRIPTED_FRAGMENT = 22;

  private final PacketChecksum checksum = new PacketChecksum();

  @Override
  public String name() {
    return "sctp-association";
  }

  @Override
  public Class<? extends Exception> declared() {
    return NeverThrown.class;
  }

  @Override
  public void accept(byte[] input) {
    Conversations.Link link = Conversations.sctp();
    List<byte[]> sent = link.client().sent();
    byte[] header = Arrays.copyOf(sent.get(sent.size() - 1), PacketHeader.LENGTH);
    Script.play(input, link.server(), link.link().now(), chunks -> packet(header, chunks));
  }

  private byte[] packet(byte[] header, byte[] chunks) {
    byte[] packet = Arrays.copyOf(header, header.length + chunks.length);
    System.arraycopy(chunks, 0, packet, header.length, chunks.length);
    checksum.fill(PacketBuffer.wrap(packet));
    return packet;
  }

  @Override
  public long allocationLimit(byte[] input) {
    return Script.allocationLimit(input);
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> dialogue =
        Conversations.sctpDialogue(Conversations.sctp()).stream()
            .map(packet -> Arrays.copyOfRange(packet, PacketHeader.LENGTH, packet.length))
            .toList();
    return List.of(
        Script.of(dialogue),
        Script.of(dialogue.subList(0, 1)),
        Script.of(List.of(opening(LAST_STREAM))));
  }

  /** DATA that opens a channel on {@code stream}. */
  private static byte[] opening(int stream) {
    int tsn = firstTsn();
    byte[] chunk =
        Growing.bytes(
            0, 3, 0, 28, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    Growing.with16(chunk, TSN_AT, tsn >>> 16);
    Growing.with16(chunk, TSN_AT + 2, tsn);
    return Growing.with16(chunk, STREAM_AT, stream);
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "a message without end", size -> fragments(1, size),
        "every second fragment", size -> fragments(2, size),
        "heartbeats", size -> Script.repeated(Growing.bytes(4, 0, 0, 8, 0, 1, 0, 4), size),
        "unknown chunks", size -> Script.repeated(Growing.bytes(0xff, 0, 0, 4), size),
        "a SACK of many blocks", size -> oneChunk(ChunkType.SACK, 12, size),
        "a FORWARD-TSN of many streams", size -> oneChunk(ChunkType.FORWARD_TSN, 4, size));
  }

  /** DATA of one unordered message: its start, then middles whose TSNs are {@code step} apart. */
  private static byte[] fragments(int step, int size) {
    int tsn = firstTsn();
    List<byte[]> chunks = new ArrayList<>();
    for (int length = 0; length + SCRIPTED_FRAGMENT <= size; length += SCRIPTED_FRAGMENT) {
      byte[] chunk = Growing.bytes(0, 4, 0, 17, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 51, 'x', 0, 0, 0);
      if (chunks.isEmpty()) {
        chunk[1] |= DataChunk.BEGINNING;
      }
      Growing.with16(chunk, TSN_AT, tsn >>> 16);
      Growing.with16(chunk, TSN_AT + 2, tsn);
      chunks.add(chunk);
      tsn += step;
    }
    return Script.of(chunks);
  }

  /** The TSN that the peer sends first. */
  private static int firstTsn() {
    byte[] first = Conversations.sctpDialogue(Conversations.sctp()).get(0);
    ByteReader reader = new ByteReader(first, PacketHeader.LENGTH + TSN_AT, first.length);
    try {
      return reader.i32();
    } catch (DecodeException ours) {
      throw new IllegalStateException("our own packet", ours);
    }
  }

  private static byte[] oneChunk(int type, int headLength, int size) {
    // The script's own length field counts to 32,767.
    int length = Math.min(size, Short.MAX_VALUE);
    byte[] packet = SctpPacketTarget.oneChunk(type, new byte[headLength], new byte[4], length);
    return Script.of(List.of(Arrays.copyOfRange(packet, PacketHeader.LENGTH, packet.length)));
  }
}
