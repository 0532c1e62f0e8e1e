package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.fuzz.Target;
import io.webrtc4j.rtp.srtp.SrtpMasterKey;
import io.webrtc4j.rtp.srtp.SrtpProfile;
import io.webrtc4j.rtp.srtp.SrtpReceiveContext;
import io.webrtc4j.rtp.srtp.SrtpSendContext;
import io.webrtc4j.rtp.srtp.SrtpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * An SRTP receiver that gets the input as it is, which it must leave as it came or authenticate;
 * and a sender, whose protection of it the receiver must take off again.
 */
public final class SrtpTarget implements Target {
  private static final int ROOM = 32;

  // The others differ from these in lengths alone.
  private static final List<SrtpProfile> PROFILES =
      List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80, SrtpProfile.AEAD_AES_128_GCM);

  @Override
  public String name() {
    return "srtp";
  }

  @Override
  public Class<? extends Exception> declared() {
    return NeverThrown.class;
  }

  @Override
  public void accept(byte[] input) {
    for (SrtpProfile profile : PROFILES) {
      SrtpMasterKey key = key(profile);
      SrtpReceiveContext receiver = new SrtpReceiveContext(key);
      SrtpSendContext sender = new SrtpSendContext(key);
      receive(receiver, input);
      exchange(sender, receiver, input);
    }
  }

  private static void receive(SrtpReceiveContext receiver, byte[] input) {
    PacketBuffer packet = packet(input);
    boolean isRefused =
        receiver.unprotect(packet) != SrtpStatus.OK
            && receiver.unprotectRtcp(packet) != SrtpStatus.OK;
    if (isRefused && !Arrays.equals(packet.toByteArray(), input)) {
      throw new IllegalStateException("a refused packet is not as it came");
    }
  }

  private static void exchange(SrtpSendContext sender, SrtpReceiveContext receiver, byte[] input) {
    PacketBuffer rtp = packet(input);
    if (sender.protect(rtp) == SrtpStatus.OK) {
      requireSame(receiver.unprotect(rtp), rtp, input);
    }
    PacketBuffer rtcp = packet(input);
    if (sender.protectRtcp(rtcp) == SrtpStatus.OK) {
      requireSame(receiver.unprotectRtcp(rtcp), rtcp, input);
    }
  }

  /** The input may have been the very packet, and then it is a replay. */
  private static void requireSame(SrtpStatus status, PacketBuffer packet, byte[] input) {
    boolean isSame = status == SrtpStatus.OK && Arrays.equals(packet.toByteArray(), input);
    if (!isSame && status != SrtpStatus.REPLAYED && status != SrtpStatus.TOO_OLD) {
      throw new IllegalStateException("what was protected came back as " + status);
    }
  }

  private static PacketBuffer packet(byte[] input) {
    PacketBuffer packet = PacketBuffer.allocate(input.length + ROOM, 0);
    packet.put(input);
    return packet;
  }

  private static SrtpMasterKey key(SrtpProfile profile) {
    return new SrtpMasterKey(
        profile, new byte[profile.keyLength()], new byte[profile.saltLength()]);
  }

  @Override
  public long allocationLimit(byte[] input) {
    // Two profiles, each with copies of the input, and with what JCE takes to decrypt them.
    return ALLOCATION_FACTOR * input.length + 64 * 1024;
  }

  /** Packets in the clear, and protected by each profile. */
  @Override
  public List<byte[]> seeds() {
    byte[] rtp = new RtpTarget().seeds().get(0);
    byte[] rtcp = new RtcpTarget().seeds().get(0);
    List<byte[]> seeds = new ArrayList<>(List.of(rtp, rtcp));
    for (SrtpProfile profile : PROFILES) {
      SrtpSendContext sender = new SrtpSendContext(key(profile));
      PacketBuffer packet = packet(rtp);
      sender.protect(packet);
      seeds.add(packet.toByteArray());
      PacketBuffer control = packet(rtcp);
      sender.protectRtcp(control);
      seeds.add(control.toByteArray());
    }
    return seeds;
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of("payload", size -> Arrays.copyOf(new RtpTarget().seeds().get(1), size));
  }
}
