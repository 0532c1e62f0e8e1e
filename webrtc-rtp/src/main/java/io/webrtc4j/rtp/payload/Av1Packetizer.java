package io.webrtc4j.rtp.payload;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;

/**
 * AV1 (AV1 RTP specification, "Payload Format"): each payload takes as many OBU elements as fit,
 * the last of them perhaps a fragment.
 */
final class Av1Packetizer implements Packetizer {
  private static final int AGGREGATION_HEADER_LENGTH = 1;

  /** As many elements as the aggregation header can count; then the last needs no length. */
  private static final int MAX_COUNTED = 3;

  // Less than this of an OBU waits for the next payload, in which all of it may fit.
  private static final int LEAST_FRAGMENT = 16;

  private final Obus obus = new Obus();
  private int maxLength;
  private int obu;
  private int offset;
  private boolean isFirst;

  // The present payload: how many elements, and how many bytes of the last one.
  private int elements;
  private int lastLength;

  @Override
  public void begin(byte[] frame, int maxLength) {
    obus.clear();
    Frames.check(frame, maxLength);
    try {
      obus.find(frame);
    } catch (DecodeException e) {
      obus.clear();
      throw new IllegalArgumentException(
          "no temporal unit of AV1: %s; please give its OBUs with sizes".formatted(e.getMessage()),
          e);
    }
    this.maxLength = maxLength;
    obu = 0;
    offset = 0;
    isFirst = true;
  }

  @Override
  public boolean hasNext() {
    return obu < obus.count();
  }

  @Override
  public void next(PacketBuffer out) {
    if (!hasNext()) {
      throw Frames.none();
    }
    plan();
    int last = obu + elements - 1;
    int lastEnd = (elements == 1 ? offset : 0) + lastLength;
    boolean isCut = lastEnd < obus.length(last);
    boolean isCounted = elements <= MAX_COUNTED;
    putByte(
        Av1Aggregation.of(offset > 0, isCut, isCounted ? elements : 0, isFirst && isKeyFrame()),
        out);
    for (int i = obu; i <= last; i++) {
      int from = i == obu ? offset : 0;
      int length = i == last ? lastLength : obus.length(i) - from;
      if (i < last || !isCounted) {
        int at = out.end();
        out.append(Leb128.length(length));
        Leb128.put(length, out.array(), at);
      }
      obus.put(i, from, length, out);
    }
    isFirst = false;
    obu = isCut ? last : last + 1;
    offset = isCut ? lastEnd : 0;
  }

  /** Decides on the elements of the next payload. */
  private void plan() {
    int room = maxLength - AGGREGATION_HEADER_LENGTH;
    int layered = -1;
    elements = 0;
    for (int i = obu; i < obus.count(); i++) {
      if (obus.hasLayer(i)) {
        // "Packetization Rules": those of another layer go to another packet.
        if (layered >= 0 && !obus.isSameLayer(i, layered)) {
          return;
        }
        layered = i;
      }
      int remaining = obus.length(i) - (i == obu ? offset : 0);
      int whole = Leb128.length(remaining) + remaining;
      if (whole > room) {
        int part = Math.min(remaining, elements < MAX_COUNTED ? room : room - Leb128.length(room));
        if (part == remaining || part >= LEAST_FRAGMENT) {
          elements++;
          lastLength = part;
        }
        return;
      }
      elements++;
      lastLength = remaining;
      room -= whole;
    }
  }

  private static void putByte(int value, PacketBuffer out) {
    out.append(1);
    out.array()[out.end() - 1] = (byte) value;
  }

  @Override
  public boolean isKeyFrame() {
    return obus.isKeyFrame();
  }
}
