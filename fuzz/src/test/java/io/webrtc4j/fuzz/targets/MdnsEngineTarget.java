package io.webrtc4j.fuzz.targets;

import io.webrtc4j.fuzz.Target;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A host that asks for a name and publishes another, and a {@link Script} from its neighbour. */
public final class MdnsEngineTarget implements Target {
  @Override
  public String name() {
    return "mdns-host";
  }

  @Override
  public Class<? extends Exception> declared() {
    return NeverThrown.class;
  }

  @Override
  public void accept(byte[] input) {
    RecordedEngine host =
        RecordedEngine.of(
            Conversations.mdnsHost(Conversations.ALICES_NAME, Conversations.BOBS_NAME),
            Conversations.NEIGHBOUR);
    Script.play(input, host, 0, UnaryOperator.identity());
  }

  @Override
  public long allocationLimit(byte[] input) {
    return 4 * Script.allocationLimit(input);
  }

  @Override
  public List<byte[]> seeds() {
    Conversations.Link link = Conversations.mdns();
    return List.of(Script.of(link.server().sent()), Script.of(link.sent()));
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    byte[] question = Conversations.mdns().server().sent().get(0);
    return Map.of(
        "the same message", size -> Script.repeated(question, size),
        "nothing", size -> Script.repeated(new byte[0], size));
  }
}
