package io.webrtc4j.jsep;

import org.jspecify.annotations.Nullable;

/**
 * The four descriptions of a connection (RFC 9429 §3.2), as they are at one moment.
 *
 * @param currentLocal ours, agreed
 * @param pendingLocal ours, still open
 * @param currentRemote the peer's, agreed
 * @param pendingRemote the peer's, still open
 */
public record Descriptions(
    @Nullable Description currentLocal,
    @Nullable Description pendingLocal,
    @Nullable Description currentRemote,
    @Nullable Description pendingRemote) {
  /** Before any description. */
  public static final Descriptions NONE = new Descriptions(null, null, null, null);

  /** The pending local description, or else the current one. */
  public @Nullable Description local() {
    return pendingLocal == null ? currentLocal : pendingLocal;
  }

  /** The pending remote description, or else the current one. */
  public @Nullable Description remote() {
    return pendingRemote == null ? currentRemote : pendingRemote;
  }

  Descriptions withPendingLocal(@Nullable Description local) {
    return new Descriptions(currentLocal, local, currentRemote, pendingRemote);
  }

  Descriptions withPendingRemote(@Nullable Description remote) {
    return new Descriptions(currentLocal, pendingLocal, currentRemote, remote);
  }

  /** After a final answer: both ends are current, nothing is pending. */
  static Descriptions agreed(Description local, Description remote) {
    return new Descriptions(local, null, remote, null);
  }

  /** After a rollback: what was agreed before. */
  Descriptions rolledBack() {
    return new Descriptions(currentLocal, null, currentRemote, null);
  }
}
