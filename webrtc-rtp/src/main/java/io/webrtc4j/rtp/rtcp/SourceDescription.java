package io.webrtc4j.rtp.rtcp;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who sources are (RFC 3550 §6.5). Private extensions (PRIV) are passed over.
 *
 * @param chunks one for each source, at most 31
 */
public record SourceDescription(List<Chunk> chunks) implements RtcpPacket {
  /** The canonical name, the same for all sources of a participant (RFC 3550 §6.5.1). */
  public static final int CNAME = 1;

  private static final int END = 0;
  private static final int PRIVATE = 8;
  private static final int WORD = 4;

  /** Copies the list. */
  public SourceDescription {
    Checks.atMost("chunks", chunks.size(), RtcpHeader.MAX_COUNT);
    chunks = List.copyOf(chunks);
  }

  /** One source. */
  public record Chunk(long ssrc, List<Item> items) {
    /** Copies the list. */
    public Chunk {
      items = List.copyOf(items);
    }
  }

  /**
   * One thing that is said of a source.
   *
   * @param type in IANA's registry of SDES item types, 1 to 255, but not 8, PRIV
   * @param text 255 bytes of UTF-8 at most
   */
  public record Item(int type, String text) {
    /** Checks type and text. */
    public Item {
      Checks.range("the type of a source description item", type, Checks.MAX_U8);
      if (type == END || type == PRIVATE) {
        throw new IllegalArgumentException("no item has the type " + type);
      }
      RtcpText.check(text);
    }
  }

  /** The description that every compound packet has: of one source, its canonical name. */
  public static SourceDescription ofCname(long ssrc, String cname) {
    return new SourceDescription(List.of(new Chunk(ssrc, List.of(new Item(CNAME, cname)))));
  }

  /** The canonical name of {@code ssrc}, if it is told. */
  public Optional<String> cname(long ssrc) {
    return chunks.stream()
        .filter(chunk -> chunk.ssrc == ssrc)
        .flatMap(chunk -> chunk.items.stream())
        .filter(item -> item.type == CNAME)
        .map(Item::text)
        .findFirst();
  }

  static SourceDescription parse(int count, ByteReader body) throws DecodeException {
    List<Chunk> chunks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chunks.add(parseChunk(body));
    }
    return new SourceDescription(chunks);
  }

  private static Chunk parseChunk(ByteReader body) throws DecodeException {
    int start = body.position();
    long ssrc = body.u32();
    List<Item> items = new ArrayList<>(1);
    for (int type = body.u8(); type != END; type = body.u8()) {
      if (type == PRIVATE) {
        body.skip(body.u8());
      } else {
        items.add(new Item(type, RtcpText.parse(body)));
      }
    }
    int over = (body.position() - start) % WORD;
    if (over != 0) {
      body.skip(WORD - over);
    }
    return new Chunk(ssrc, items);
  }

  @Override
  public void write(ByteWriter writer) {
    int at = RtcpHeader.begin(writer, chunks.size(), RtcpHeader.SOURCE_DESCRIPTION);
    for (Chunk chunk : chunks) {
      writer.u32(chunk.ssrc);
      for (Item item : chunk.items) {
        writer.u8(item.type);
        RtcpText.write(writer, item.text);
      }
      writer.u8(END);
      int over = (writer.length() - at) % WORD;
      if (over != 0) {
        writer.zeros(WORD - over);
      }
    }
    RtcpHeader.end(writer, at);
  }
}
