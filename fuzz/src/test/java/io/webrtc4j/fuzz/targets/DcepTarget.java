package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.sctp.datachannel.DcepMessage;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Messages that open data channels (RFC 8832). */
public final class DcepTarget implements Target {
  private static final int FIXED_LENGTH = 12;
  private static final int LABEL_LENGTH_AT = 8;
  private static final int PROTOCOL_LENGTH_AT = 10;
  private static final byte[] OPEN = Growing.bytes(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

  @Override
  public String name() {
    return "dcep";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    DcepMessage message = DcepMessage.parse(input);
    DcepMessage again = DcepMessage.parse(message.toByteArray());
    if (!again.equals(message)) {
      throw new IllegalStateException(message + " is read again as " + again);
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Growing.bytes(2),
        OPEN.clone(),
        Growing.bytes(3, 0x81, 1, 0, 0, 0, 0, 9, 0, 3, 0, 2, 'c', 'a', 't', 'p', '1'),
        Growing.bytes(3, 0x82, 2, 0, 0, 0, 1, 0, 0, 2, 0, 0, 0xc3, 0xa4));
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "label", size -> open(size, LABEL_LENGTH_AT, 'x'),
        "label that is no UTF-8", size -> open(size, LABEL_LENGTH_AT, 0xc3),
        "protocol", size -> open(size, PROTOCOL_LENGTH_AT, 'x'));
  }

  private static byte[] open(int size, int lengthAt, int character) {
    byte[] message = Growing.repeated(OPEN, Growing.bytes(character), size);
    return Growing.with16(message, lengthAt, message.length - FIXED_LENGTH);
  }
}
