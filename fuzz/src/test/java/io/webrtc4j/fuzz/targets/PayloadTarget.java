package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Guard;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.payload.Depacketizer;
import io.webrtc4j.rtp.payload.Packetizer;
import io.webrtc4j.rtp.payload.PayloadFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The payloads of one frame, each behind its length of 16 bits. What is put together is cut and put
 * together again.
 */
public final class PayloadTarget implements Target {
  private static final int LENGTH_OF_LENGTH = 2;
  private static final int CUT = 100;

  /** Bytes that may be allocated for each payload: a descriptor of several records. */
  private static final long EACH_PAYLOAD = 1024;

  private final String codec;
  private final PayloadFormat format;
  private final List<byte[]> frames;
  private final Map<String, byte[]> elements;

  private PayloadTarget(String codec, Map<String, byte[]> elements, byte[]... frames) {
    this.codec = codec;
    this.format = PayloadFormat.of(codec, Map.of("packetization-mode", "1")).orElseThrow();
    this.elements = elements;
    this.frames = List.of(frames);
  }

  /** A target for each codec. */
  public static List<Target> all() {
    return List.of(
        new PayloadTarget(
            "opus",
            Map.of("padding", Growing.bytes(0xff)),
            Growing.bytes(0xfc, 0xff, 0xfe),
            Growing.bytes(0xfb, 0x83, 2, 1, 1, 2, 3, 4, 5),
            Growing.bytes(0xfb, 0x43, 3, 1, 2, 3, 0, 0, 0)),
        new PayloadTarget(
            "telephone-event",
            Map.of("events", Growing.bytes(1, 0x8a, 3, 0x20)),
            Growing.bytes(1, 0x8a, 3, 0x20)),
        new PayloadTarget(
            "vp8",
            Map.of("data", Growing.bytes(1)),
            large(Growing.bytes(0x10, 2, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0)),
            Growing.bytes(0x11, 0, 0, 1)),
        new PayloadTarget(
            "vp9",
            Map.of("data", Growing.bytes(1)),
            large(Growing.bytes(0x82, 0x49, 0x83, 0x42, 0, 7, 0xf0, 5, 0xf6, 6)),
            Growing.bytes(0x86, 0, 0x40, 0x92)),
        new PayloadTarget(
            "av1",
            Map.of("small OBUs", Growing.bytes(1, 0x28)),
            large(Growing.bytes(0x0a, 2, 0, 0x11, 0x32, 0xfb, 1, 0x10)),
            Growing.bytes(0x2e, 0, 1, 0xdd, 0x36, 0, 2, 0x30, 0x11, 0x2a, 0, 0x2a, 0, 0x22, 0)),
        new PayloadTarget(
            "h264",
            Map.of("small NAL units", Growing.bytes(0, 1, 0x41)),
            large(Growing.bytes(0, 0, 1, 0x67, 0x42, 0, 0, 1, 0x68, 0xce, 0, 0, 1, 0x65, 0x88)),
            Growing.bytes(0, 0, 1, 9, 0x30, 0, 0, 1, 0x41, 0x9a, 0, 0, 1, 0x41, 0x0c)),
        new PayloadTarget(
            "h265",
            Map.of("small NAL units", Growing.bytes(0, 2, 2, 1)),
            large(Growing.bytes(0, 0, 1, 0x40, 1, 0x0c, 0, 0, 1, 0x42, 1, 1, 0, 0, 1, 0x28, 1)),
            Growing.bytes(0, 0, 1, 0x46, 1, 0x30, 0, 0, 1, 2, 1, 0xd0, 0, 0, 1, 2, 1, 0x64)));
  }

  /** As long as the one frame of AV1 says that its last OBU is, so that it is cut. */
  private static byte[] large(byte[] head) {
    byte[] frame = Arrays.copyOf(head, 4 + 3 + 251);
    Arrays.fill(frame, head.length, frame.length, (byte) 0x99);
    return frame;
  }

  @Override
  public String name() {
    return "payload-" + codec;
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    Depacketizer depacketizer = format.depacketizer();
    byte[] frame = join(depacketizer, payloads(input));
    boolean isKeyFrame = depacketizer.isKeyFrame();
    Packetizer packetizer = format.packetizer();
    if (codec.startsWith("h26")) {
      // A NAL unit may have something like a start code inside: then it is others from here on.
      try {
        frame = join(depacketizer, cut(packetizer, frame));
      } catch (IllegalArgumentException e) {
        return;
      }
      isKeyFrame = packetizer.isKeyFrame();
    }
    byte[] again = join(depacketizer, cut(packetizer, frame));
    if (!Arrays.equals(frame, again)
        || isKeyFrame != depacketizer.isKeyFrame()
        || isKeyFrame != packetizer.isKeyFrame()) {
      throw new IllegalStateException("a frame is put together again as another");
    }
  }

  private static List<byte[]> payloads(byte[] input) throws DecodeException {
    List<byte[]> payloads = new ArrayList<>();
    ByteReader reader = new ByteReader(input);
    while (reader.hasRemaining()) {
      payloads.add(reader.bytes(reader.u16()));
    }
    return payloads;
  }

  private static byte[] join(Depacketizer depacketizer, List<byte[]> payloads)
      throws DecodeException {
    if (!payloads.isEmpty()) {
      depacketizer.canBeginFrame(payloads.get(0), 0, payloads.get(0).length);
    }
    depacketizer.begin();
    for (byte[] payload : payloads) {
      depacketizer.add(payload, 0, payload.length);
    }
    return depacketizer.end();
  }

  private List<byte[]> cut(Packetizer packetizer, byte[] frame) {
    int maxLength = format.isAudio() ? Guard.MAX_INPUT : Math.max(CUT, frame.length / 5);
    packetizer.begin(frame, maxLength);
    PacketBuffer payload = PacketBuffer.allocate(maxLength, 0);
    List<byte[]> payloads = new ArrayList<>();
    while (packetizer.hasNext()) {
      payload.clear();
      packetizer.next(payload);
      payloads.add(payload.toByteArray());
    }
    return payloads;
  }

  @Override
  public long allocationLimit(byte[] input) {
    long payloads = 0;
    for (int at = 0; input.length - at >= LENGTH_OF_LENGTH; payloads++) {
      at += LENGTH_OF_LENGTH + ((input[at] & 0xff) << 8 | (input[at + 1] & 0xff));
    }
    return 2 * Guard.MAX_INPUT + payloads * EACH_PAYLOAD + ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] frame : frames) {
      seeds.add(Script.of(cut(format.packetizer(), frame)));
    }
    return seeds;
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    String what = elements.keySet().iterator().next();
    return Map.of(
        what + " in one payload",
        size -> onePayload(elements.get(what), size),
        "payloads",
        this::manyPayloads);
  }

  /** Behind the head of the payload that the frame's beginning makes. */
  private byte[] onePayload(byte[] element, int size) {
    byte[] head =
        switch (codec) {
          case "opus" -> Growing.bytes(0, 0, 0xff, 0x43);
          case "vp8" -> Growing.bytes(0, 0, 0x10, 0x11, 0, 0);
          case "vp9" -> Growing.bytes(0, 0, 0x0c, 0x86, 0, 0x40);
          case "av1" -> Growing.bytes(0, 0, 0);
          case "h264" -> Growing.bytes(0, 0, 0x78);
          case "h265" -> Growing.bytes(0, 0, 0x60, 1);
          default -> new byte[2];
        };
    byte[] script = Growing.repeated(head, element, size);
    return Growing.with16(script, 0, script.length - LENGTH_OF_LENGTH);
  }

  /** The first payload of the first frame, then the second over and over, if there is one. */
  private byte[] manyPayloads(int size) {
    List<byte[]> payloads = cut(format.packetizer(), frames.get(0));
    ByteArrayOutputStream script = new ByteArrayOutputStream();
    script.writeBytes(Script.of(payloads.subList(0, 1)));
    if (payloads.size() < 2) {
      return script.toByteArray();
    }
    return Growing.repeated(
        script.toByteArray(), Script.of(payloads.subList(1, 2)), size - LENGTH_OF_LENGTH);
  }
}
