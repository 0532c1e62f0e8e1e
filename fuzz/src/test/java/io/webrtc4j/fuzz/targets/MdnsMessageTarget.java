package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Guard;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.ice.mdns.message.DnsMessage;
import io.webrtc4j.ice.mdns.message.OtherRecord;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** Messages of multicast DNS: read, written and read again. */
public final class MdnsMessageTarget implements Target {
  private static final byte[] QUESTION = Growing.bytes(5, 'l', 'o', 'c', 'a', 'l', 0, 0, 1, 0, 1);
  private static final byte[] POINTING_QUESTION = Growing.bytes(0xc0, 12, 0, 1, 0, 1);

  @Override
  public String name() {
    return "mdns-message";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    DnsMessage message = DnsMessage.parse(PacketBuffer.wrap(input));
    PacketBuffer written = PacketBuffer.allocate(2 * Guard.MAX_INPUT, 0);
    message.write(written);
    DnsMessage again = DnsMessage.parse(written);
    if (!again.equals(message) && !isOpaque(message)) {
      throw new IllegalStateException(message + " is read again as " + again);
    }
  }

  /** Pointers to names within data that we don't understand mean something else elsewhere. */
  private static boolean isOpaque(DnsMessage message) {
    return Stream.of(message.answers(), message.authorities(), message.additionals())
        .flatMap(List::stream)
        .anyMatch(OtherRecord.class::isInstance);
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written, into a buffer that takes any message.
    // A pointer of two bytes may stand for a name of 255.
    return 2 * Guard.MAX_INPUT + 6 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    return Conversations.mdns().sent();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "questions",
        size -> message(QUESTION, size),
        "questions that point to a name",
        size -> message(POINTING_QUESTION, size),
        "labels",
        MdnsMessageTarget::labels,
        "pointers to pointers",
        MdnsMessageTarget::pointers);
  }

  private static byte[] message(byte[] question, int size) {
    byte[] head = new byte[12 + QUESTION.length];
    System.arraycopy(QUESTION, 0, head, 12, QUESTION.length);
    byte[] message = Growing.repeated(head, question, size);
    return Growing.with16(message, 4, 1 + (message.length - head.length) / question.length);
  }

  private static byte[] labels(int size) {
    byte[] message = Growing.repeated(new byte[12], Growing.bytes(1, 'x'), size);
    return Growing.with16(message, 4, 1);
  }

  /** Each pointer points to the one before. */
  private static byte[] pointers(int size) {
    byte[] message = new byte[Math.min(size, 0x3fff) & ~1];
    for (int at = 14; at + 2 <= message.length; at += 2) {
      Growing.with16(message, at, 0xc000 | at - 2);
    }
    return Growing.with16(message, 4, 1);
  }
}
