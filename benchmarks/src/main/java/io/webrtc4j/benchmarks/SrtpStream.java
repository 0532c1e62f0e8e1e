package io.webrtc4j.benchmarks;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.RtpWriter;
import io.webrtc4j.rtp.srtp.SrtpProfile;
import io.webrtc4j.rtp.srtp.SrtpStatus;
import java.security.GeneralSecurityException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * 256 packets of a stream, and what each implementation does with them, in place. For one thread;
 * the scope makes JMH hand the same stream to a benchmark and to what makes its packets.
 */
@State(Scope.Benchmark)
public class SrtpStream {
  static final int PACKETS = 256;

  private static final int ROOM = 32;
  private static final int PAYLOAD_TYPE = 96;

  /** How packets are protected. */
  @Param public SrtpProfile profile = SrtpProfile.AES128_CM_HMAC_SHA1_80;

  /** Bytes of payload. */
  @Param({"160", "1200"})
  public int size;

  private final PacketBuffer[] packets = new PacketBuffer[PACKETS];
  private final int[] lengths = new int[PACKETS];
  private SrtpEnds ends = new SrtpEnds(profile);
  private byte[] target = new byte[0];
  private int sequenceNumber;

  /** Ends and buffers for profile and size. */
  @Setup
  public void prepare() {
    ends = new SrtpEnds(profile);
    for (int i = 0; i < PACKETS; i++) {
      packets[i] = PacketBuffer.allocate(size + 2 * ROOM, 0);
    }
    target = new byte[size + 2 * ROOM];
  }

  /** The next packets, in the clear. */
  void makePackets() {
    RtpWriter writer = new RtpWriter();
    for (int i = 0; i < PACKETS; i++) {
      packets[i].clear();
      writer.begin(packets[i], false, PAYLOAD_TYPE, sequenceNumber++, 0, SrtpEnds.SSRC).endHeader();
      packets[i].append(size);
      lengths[i] = packets[i].length();
    }
    ends.bareCipher.rewind();
  }

  void protect() {
    for (PacketBuffer packet : packets) {
      requireOk(ends.sender.protect(packet));
    }
  }

  void unprotect() {
    for (PacketBuffer packet : packets) {
      requireOk(ends.receiver.unprotect(packet));
    }
  }

  private static void requireOk(SrtpStatus status) {
    if (status != SrtpStatus.OK) {
      throw new IllegalStateException("refused: " + status);
    }
  }

  void jitsiProtect() {
    for (int i = 0; i < PACKETS; i++) {
      lengths[i] = ends.jitsiSender.protect(packets[i].array(), lengths[i]);
    }
  }

  void jitsiUnprotect() {
    for (int i = 0; i < PACKETS; i++) {
      lengths[i] = ends.jitsiReceiver.unprotect(packets[i].array(), lengths[i]);
    }
  }

  void encrypt() throws GeneralSecurityException {
    for (int i = 0; i < PACKETS; i++) {
      lengths[i] = ends.bareCipher.encrypt(packets[i].array(), lengths[i]);
    }
    ends.bareCipher.rewind();
  }

  void decrypt() throws GeneralSecurityException {
    for (int i = 0; i < PACKETS; i++) {
      lengths[i] = ends.bareCipher.decrypt(packets[i].array(), lengths[i], target);
    }
  }
}
