package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.ice.stun.Fingerprint;
import io.webrtc4j.ice.stun.IntegrityKey;
import io.webrtc4j.ice.stun.MessageIntegrity;
import io.webrtc4j.ice.stun.StunMessage;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** STUN messages: parsed, verified, written. */
public final class StunTarget implements Target {
  private static final IntegrityKey KEY = IntegrityKey.shortTerm("a password of the fuzzer's");
  private static final byte[] HEADER =
      Growing.bytes(0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

  @Override
  public String name() {
    return "stun";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    PacketBuffer packet = PacketBuffer.wrap(input);
    StunMessage message = StunMessage.parse(packet);
    Fingerprint.isRight(packet);
    MessageIntegrity.isPresent(packet);
    MessageIntegrity.verify(packet, KEY);
    message.unknownRequiredTypes();
    StunMessage again = StunMessage.parse(PacketBuffer.wrap(message.toBytes()));
    if (!again.equals(message)) {
      throw new IllegalStateException(message + " is read again as " + again);
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written.
    return 3 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    return Conversations.ice().sent();
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "empty attributes", size -> message(size, Growing.bytes(0xc0, 0x57, 0, 0)),
        "the same attribute", size -> message(size, Growing.bytes(0, 0x24, 0, 4, 1, 2, 3, 4)),
        "user names", size -> message(size, Growing.bytes(0, 6, 0, 3, 'a', ':', 'b', 0)),
        "unknown attributes", size -> message(size, Growing.bytes(0, 0x0a, 0, 2, 1, 2, 0, 0)),
        "one attribute", StunTarget::oneAttribute);
  }

  private static byte[] message(int size, byte[] attribute) {
    byte[] message = Growing.repeated(HEADER, attribute, size);
    return Growing.with16(message, 2, message.length - HEADER.length);
  }

  private static byte[] oneAttribute(int size) {
    byte[] message = new byte[size & ~3];
    System.arraycopy(HEADER, 0, message, 0, HEADER.length);
    int value = message.length - HEADER.length - 4;
    message[HEADER.length] = (byte) 0x80;
    message[HEADER.length + 1] = 0x22;
    Growing.with16(message, HEADER.length + 2, value);
    return Growing.with16(message, 2, value + 4);
  }
}
