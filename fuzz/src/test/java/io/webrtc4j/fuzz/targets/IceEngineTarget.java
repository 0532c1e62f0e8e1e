package io.webrtc4j.fuzz.targets;

import io.webrtc4j.fuzz.Target;
import io.webrtc4j.ice.IceRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * A controlled agent and a {@link Script} of STUN messages that lack integrity and fingerprint:
 * they get them, by the password that is right.
 */
public final class IceEngineTarget implements Target {
  private static final byte[] REQUEST =
      Growing.bytes(0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

  private final StunSigning signing =
      new StunSigning(
          Conversations.credentials(IceRole.CONTROLLED).pwd(),
          Conversations.credentials(IceRole.CONTROLLING).pwd());

  @Override
  public String name() {
    return "ice-agent";
  }

  @Override
  public Class<? extends Exception> declared() {
    return NeverThrown.class;
  }

  @Override
  public void accept(byte[] input) {
    RecordedEngine agent =
        RecordedEngine.of(
            Conversations.agent(IceRole.CONTROLLED, Conversations.BOB, Conversations.ALICE),
            Conversations.BOB,
            Conversations.ALICE);
    Script.play(input, agent, 0, signing::sign);
  }

  @Override
  public long allocationLimit(byte[] input) {
    return Script.allocationLimit(input);
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> unsigned = new ArrayList<>();
    for (byte[] message : Conversations.ice().client().sent()) {
      unsigned.add(StunSigning.unsigned(message));
    }
    return List.of(Script.of(unsigned), Script.of(unsigned.subList(0, 1)));
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    byte[] check = StunSigning.unsigned(Conversations.ice().client().sent().get(0));
    return Map.of(
        "the same check", size -> Script.repeated(check, size),
        "requests without attributes", size -> Script.repeated(REQUEST, size),
        "nothing", size -> Script.repeated(new byte[0], size));
  }
}
