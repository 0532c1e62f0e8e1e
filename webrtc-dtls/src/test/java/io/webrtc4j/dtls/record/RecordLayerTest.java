package io.webrtc4j.dtls.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.crypto.AeadAlgorithm;
import io.webrtc4j.dtls.crypto.RecordCipher;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RecordLayerTest {
  private final RecordCounters counters = new RecordCounters();

  @Test
  void aRecordInTheClearIsHeaderAndContent() {
    RecordLayer records = new RecordLayer(counters);
    assertThat(HexFormat.of().formatHex(records.record(0, 22, 0xfeff, new byte[] {1, 2})))
        .isEqualTo("16feff000000000000000000020102");
    assertThat(HexFormat.of().formatHex(records.record(0, 21, 0xfefd, new byte[] {2, 10})))
        .isEqualTo("15fefd00000000000000010002020a");
  }

  @Test
  void anEncryptedRecordIsReadOnce() {
    RecordLayer records = keyed();
    byte[] record = records.record(1, 23, 0xfefd, new byte[] {1, 2, 3});
    assertThat(record).hasSize(13 + 8 + 3 + 16);
    assertThat(HexFormat.of().formatHex(record, 0, 21))
        .isEqualTo("17fefd0001000000000000001b" + "0001000000000000");
    RecordCursor cursor = new RecordCursor().over(PacketBuffer.wrap(record));
    assertThat(cursor.next()).isTrue();
    assertThat(records.open(cursor)).containsExactly(1, 2, 3);
    assertThat(records.open(cursor)).isNull();
    assertThat(counters.replayed).isEqualTo(1);
  }

  @Test
  void withoutKeysNothingIsReadOrWrittenEncrypted() {
    RecordLayer records = new RecordLayer(counters);
    RecordCursor cursor =
        new RecordCursor().over(PacketBuffer.wrap(keyed().record(1, 23, 0xfefd, new byte[3])));
    assertThat(cursor.next()).isTrue();
    assertThat(records.open(cursor)).isNull();
    assertThat(records.isWriteExhausted()).isTrue();
    assertThatThrownBy(() -> records.record(1, 23, 0xfefd, new byte[3]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aRecordTooShortForNonceAndTagIsMalformed() {
    RecordLayer records = keyed();
    for (int length = 0; length < 24; length++) {
      byte[] record = new byte[13 + length];
      record[0] = 23;
      record[1] = (byte) 0xfe;
      record[2] = (byte) 0xfd;
      record[4] = 1;
      record[12] = (byte) length;
      RecordCursor cursor = new RecordCursor().over(PacketBuffer.wrap(record));
      assertThat(cursor.next()).isTrue();
      assertThat(records.open(cursor)).isNull();
    }
    assertThat(counters.malformed).isEqualTo(24);
  }

  @Test
  void severalRecordsOfADatagramAreWalkedOver() {
    RecordLayer records = new RecordLayer(counters);
    PacketBuffer datagram = PacketBuffer.allocate(100, 7);
    for (int i = 0; i < 3; i++) {
      datagram.put(records.record(0, 20 + i, 0xfefd, new byte[i]));
    }
    RecordCursor cursor = new RecordCursor().over(datagram);
    for (int i = 0; i < 3; i++) {
      assertThat(cursor.next()).isTrue();
      assertThat(cursor.type()).isEqualTo(20 + i);
      assertThat(cursor.sequence()).isEqualTo(i);
      assertThat(cursor.bodyLength()).isEqualTo(i);
    }
    assertThat(cursor.next()).isFalse();
    assertThat(cursor.atEnd()).isTrue();
  }

  @Property(tries = 500)
  void anyBytesComeToAnEnd(@ForAll @Size(max = 200) byte[] bytes) {
    RecordCursor cursor = new RecordCursor().over(PacketBuffer.wrap(bytes));
    int records = 0;
    while (cursor.next()) {
      records++;
      assertThat(cursor.bodyStart() + cursor.bodyLength()).isLessThanOrEqualTo(bytes.length);
    }
    assertThat(records).isLessThanOrEqualTo(bytes.length / RecordCursor.HEADER_LENGTH);
  }

  private RecordLayer keyed() {
    RecordLayer records = new RecordLayer(counters);
    RecordCipher cipher = AeadAlgorithm.AES_128_GCM.cipher(new byte[16], new byte[4]);
    records.install(cipher, cipher);
    return records;
  }
}
