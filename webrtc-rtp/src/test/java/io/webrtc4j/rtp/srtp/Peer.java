package io.webrtc4j.rtp.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.rtp.ExtensionForm;
import io.webrtc4j.rtp.RtpWriter;
import java.util.SplittableRandom;

/** A sender and the receiver that has its key, and packets for them. */
final class Peer {
  static final long SSRC = 0xcafe0001L;

  final SrtpSendContext sender;
  final SrtpReceiveContext receiver;

  Peer(SrtpProfile profile) {
    this(profile, 1);
  }

  Peer(SrtpProfile profile, long seed) {
    SrtpMasterKey master = masterKey(profile, seed);
    sender = new SrtpSendContext(master);
    receiver = new SrtpReceiveContext(master);
    master.erase();
  }

  static SrtpMasterKey masterKey(SrtpProfile profile, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] key = new byte[profile.keyLength()];
    byte[] salt = new byte[profile.saltLength()];
    random.nextBytes(key);
    random.nextBytes(salt);
    return new SrtpMasterKey(profile, key, salt);
  }

  static PacketBuffer rtp(int sequenceNumber) {
    return rtp(SSRC, sequenceNumber, 30);
  }

  /** With a header extension, and a payload that depends on the sequence number. */
  static PacketBuffer rtp(long ssrc, int sequenceNumber, int payloadLength) {
    PacketBuffer packet = PacketBuffer.allocate(60 + payloadLength, 8);
    new RtpWriter()
        .begin(packet, false, 96, sequenceNumber, 3000L * sequenceNumber, ssrc)
        .extensions(ExtensionForm.ONE_BYTE)
        .extension(1, sequenceNumber, 2)
        .endHeader();
    byte[] payload = new byte[payloadLength];
    new SplittableRandom(sequenceNumber).nextBytes(payload);
    packet.put(payload);
    return packet;
  }

  /** A receiver report without blocks, and {@code more} bytes. */
  static PacketBuffer rtcp(long ssrc, int more) {
    PacketBuffer packet = PacketBuffer.allocate(60 + more, 8);
    packet.put(new byte[] {(byte) 0x80, (byte) 201, 0, 1});
    packet.append(4);
    Words.write(packet.array(), packet.end() - 4, (int) ssrc);
    byte[] rest = new byte[more];
    new SplittableRandom(more).nextBytes(rest);
    packet.put(rest);
    return packet;
  }

  PacketBuffer isProtected(PacketBuffer packet) {
    assertThat(sender.protect(packet)).isEqualTo(SrtpStatus.OK);
    return packet;
  }

  PacketBuffer isProtectedRtcp(PacketBuffer packet) {
    assertThat(sender.protectRtcp(packet)).isEqualTo(SrtpStatus.OK);
    return packet;
  }

  static PacketBuffer copy(PacketBuffer packet) {
    return Hex.packet(packet.toByteArray());
  }

  SrtpStatus receive(PacketBuffer packet) {
    return receiver.unprotect(packet);
  }
}
