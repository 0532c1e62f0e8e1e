package io.webrtc4j.fuzz.targets;

import io.webrtc4j.dtls.DtlsConnection;
import io.webrtc4j.dtls.DtlsRole;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.fuzz.Target;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** A DTLS connection at the start of its handshake, or after it, and a {@link Script}. */
public final class DtlsEngineTarget implements Target {
  // Keys, signatures and certificates of one handshake.
  private static final long HANDSHAKE = 512 * 1024;

  private final String name;
  private final DtlsRole role;
  private final boolean established;

  private DtlsEngineTarget(String name, DtlsRole role, boolean established) {
    this.name = name;
    this.role = role;
    this.established = established;
  }

  /** A client that has sent its ClientHello. */
  public static DtlsEngineTarget client() {
    return new DtlsEngineTarget("dtls-client", DtlsRole.CLIENT, false);
  }

  /** A server that awaits one. */
  public static DtlsEngineTarget server() {
    return new DtlsEngineTarget("dtls-server", DtlsRole.SERVER, false);
  }

  /** A server in mid-session. */
  public static DtlsEngineTarget established() {
    return new DtlsEngineTarget("dtls-session", DtlsRole.SERVER, true);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Class<? extends Exception> declared() {
    return NeverThrown.class;
  }

  @Override
  public void accept(byte[] input) {
    if (established) {
      Conversations.Link link = Conversations.dtls();
      Script.play(input, link.server(), link.link().now(), UnaryOperator.identity());
    } else {
      DtlsConnection connection = Conversations.dtlsConnection(role);
      Script.play(input, RecordedEngine.of(connection), 0, UnaryOperator.identity());
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    return HANDSHAKE + Script.allocationLimit(input);
  }

  @Override
  public List<byte[]> seeds() {
    Conversations.Link link = Conversations.dtls();
    List<byte[]> fromPeer = role == DtlsRole.CLIENT ? link.server().sent() : link.client().sent();
    return List.of(Script.of(fromPeer), Script.of(link.sent()), Script.of(fromPeer.subList(0, 1)));
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    byte[] first = Conversations.dtls().client().sent().get(0);
    byte[] alert = DtlsRecordTarget.record(ContentType.ALERT, Growing.bytes(1, 0));
    byte[] early = DtlsRecordTarget.record(ContentType.APPLICATION_DATA, new byte[20]);
    early[4] = 1;
    return Map.of(
        "the same flight", size -> Script.repeated(first, size),
        "alerts", size -> Script.repeated(alert, size),
        "records of the next epoch", size -> Script.repeated(early, size));
  }
}
