package io.webrtc4j.dtls.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeMessage;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.record.RecordCounters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IncomingMessagesTest {
  private final RecordCounters counters = new RecordCounters();
  private final IncomingMessages incoming = new IncomingMessages(counters);

  @Property(tries = 200)
  void messagesComeWholeAndInOrderWhateverHappensToTheirFragments(@ForAll long seed) {
    Random random = new Random(seed);
    IncomingMessages messages = new IncomingMessages(counters);
    List<HandshakeMessage> sent = new ArrayList<>();
    List<HandshakeFragment> fragments = new ArrayList<>();
    for (int seq = 0; seq < 5; seq++) {
      byte[] body = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(3000)];
      random.nextBytes(body);
      HandshakeMessage message = new HandshakeMessage(HandshakeType.CERTIFICATE, seq, body);
      sent.add(message);
      cut(message, random, fragments);
    }
    // Some come twice.
    fragments.addAll(fragments.subList(0, random.nextInt(fragments.size())));
    Collections.shuffle(fragments, random);
    List<HandshakeMessage> received = new ArrayList<>();
    for (HandshakeFragment fragment : fragments) {
      messages.add(fragment, 0);
      for (HandshakeMessage next = messages.poll(); next != null; next = messages.poll()) {
        received.add(next);
      }
    }
    assertThat(received).hasSameSizeAs(sent);
    for (int i = 0; i < sent.size(); i++) {
      assertThat(received.get(i).encode()).isEqualTo(sent.get(i).encode());
    }
  }

  private static void cut(
      HandshakeMessage message, Random random, List<HandshakeFragment> fragments) {
    byte[] body = message.body();
    int at = 0;
    do {
      int end = Math.min(body.length, at + 1 + random.nextInt(900));
      int start = Math.max(0, at - random.nextInt(50));
      fragments.add(fragment(message.messageSeq(), body.length, start, bytes(body, start, end)));
      at = end;
    } while (at < body.length);
  }

  private static byte[] bytes(byte[] body, int start, int end) {
    return Arrays.copyOfRange(body, start, end);
  }

  private static HandshakeFragment fragment(int seq, int length, int offset, byte... bytes) {
    return new HandshakeFragment(HandshakeType.CERTIFICATE, length, seq, offset, bytes);
  }

  @Test
  void fragmentsThatContradictTheFirstOnesAreDropped() {
    incoming.add(fragment(0, 4, 0, (byte) 1, (byte) 2), 0);
    incoming.add(fragment(0, 4, 1, (byte) 9, (byte) 3, (byte) 4), 0);
    incoming.add(fragment(0, 5, 2, (byte) 3, (byte) 4, (byte) 5), 0);
    incoming.add(new HandshakeFragment(HandshakeType.FINISHED, 4, 0, 0, new byte[4]), 1);
    assertThat(incoming.poll()).isNull();
    assertThat(counters.malformed).isEqualTo(3);
    incoming.add(fragment(0, 4, 1, (byte) 2, (byte) 3, (byte) 4), 0);
    assertThat(incoming.poll().body()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void messagesThatWereDeliveredAreNotDeliveredAgain() {
    incoming.add(fragment(0, 0, 0), 0);
    assertThat(incoming.poll()).isNotNull();
    incoming.add(fragment(0, 0, 0), 0);
    assertThat(incoming.poll()).isNull();
    assertThat(incoming.nextSeq()).isEqualTo(1);
  }

  @Test
  void finishedIsTakenEncryptedOnlyAndAllElseInTheClear() {
    incoming.add(new HandshakeFragment(HandshakeType.FINISHED, 0, 0, 0, new byte[0]), 0);
    incoming.add(fragment(0, 0, 0), 1);
    assertThat(incoming.poll()).isNull();
    assertThat(counters.unexpected).isEqualTo(2);
    incoming.add(new HandshakeFragment(HandshakeType.FINISHED, 0, 0, 0, new byte[0]), 1);
    assertThat(incoming.poll()).isNotNull();
  }

  @Test
  void whatIsTooFarAheadOrTooLongIsDropped() {
    incoming.add(fragment(IncomingMessages.MAX_AHEAD, 0, 0), 0);
    incoming.add(fragment(0, IncomingMessages.MAX_BODY + 1, 0), 0);
    assertThat(counters.unexpected).isEqualTo(2);
    incoming.add(fragment(IncomingMessages.MAX_AHEAD - 1, 0, 0), 0);
    assertThat(counters.unexpected).isEqualTo(2);
  }
}
