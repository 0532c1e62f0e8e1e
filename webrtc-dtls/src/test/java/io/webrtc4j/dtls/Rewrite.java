package io.webrtc4j.dtls;

import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.flight.Flight;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a hostile peer does to its flights. Flights without the message stay as they are. */
final class Rewrite {
  /** Changes the body of a message. */
  interface BodyChange {
    byte[] of(byte[] body) throws DecodeException;
  }

  static final UnaryOperator<List<Flight.Item>> NOTHING = items -> items;

  private Rewrite() {}

  /** Another body. */
  static UnaryOperator<List<Flight.Item>> body(int type, BodyChange change) {
    return each(
        type,
        item -> {
          HandshakeMessage message = item.message();
          try {
            byte[] body = change.of(message.body());
            return List.of(
                new Flight.Message(
                    item.epoch(), new HandshakeMessage(type, message.messageSeq(), body)));
          } catch (DecodeException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** The last byte, which in signatures and digests is as good as any. */
  static UnaryOperator<List<Flight.Item>> lastByte(int type) {
    return body(
        type,
        body -> {
          byte[] changed = body.clone();
          changed[changed.length - 1] ^= 1;
          return changed;
        });
  }

  /** Without the message, and with no gap where it was. */
  static UnaryOperator<List<Flight.Item>> skip(int type) {
    return each(type, item -> List.of());
  }

  /** The message twice, as two messages. */
  static UnaryOperator<List<Flight.Item>> twice(int type) {
    return each(type, item -> List.of(item, item));
  }

  /** The message in another epoch. */
  static UnaryOperator<List<Flight.Item>> epoch(int type, int epoch) {
    return each(type, item -> List.of(new Flight.Message(epoch, item.message())));
  }

  /** The message after the one that follows it. */
  static UnaryOperator<List<Flight.Item>> late(int type) {
    return items -> {
      List<Flight.Item> changed = new ArrayList<>(items);
      for (int i = 0; i + 1 < items.size(); i++) {
        if (isOf(items.get(i), type)) {
          changed.set(i, items.get(i + 1));
          changed.set(i + 1, items.get(i));
        }
      }
      return numbered(items, changed);
    };
  }

  /** Without ChangeCipherSpec. */
  static UnaryOperator<List<Flight.Item>> withoutChangeCipherSpec() {
    return items -> items.stream().filter(Flight.Message.class::isInstance).toList();
  }

  private interface Change {
    List<Flight.Item> of(Flight.Message item);
  }

  private static UnaryOperator<List<Flight.Item>> each(int type, Change change) {
    return items -> {
      List<Flight.Item> changed = new ArrayList<>();
      for (Flight.Item item : items) {
        if (isOf(item, type)) {
          changed.addAll(change.of((Flight.Message) item));
        } else {
          changed.add(item);
        }
      }
      return numbered(items, changed);
    };
  }

  private static boolean isOf(Flight.Item item, int type) {
    return item instanceof Flight.Message message && message.message().type() == type;
  }

  /** Numbers the messages in a row, from where the flight began. */
  private static List<Flight.Item> numbered(List<Flight.Item> original, List<Flight.Item> items) {
    int seq =
        original.stream()
            .filter(Flight.Message.class::isInstance)
            .mapToInt(item -> ((Flight.Message) item).message().messageSeq())
            .min()
            .orElse(0);
    List<Flight.Item> numbered = new ArrayList<>();
    for (Flight.Item item : items) {
      if (item instanceof Flight.Message message) {
        HandshakeMessage old = message.message();
        HandshakeMessage renumbered = new HandshakeMessage(old.type(), seq++, old.body());
        numbered.add(new Flight.Message(message.epoch(), renumbered));
      } else {
        numbered.add(item);
      }
    }
    return numbered;
  }
}
