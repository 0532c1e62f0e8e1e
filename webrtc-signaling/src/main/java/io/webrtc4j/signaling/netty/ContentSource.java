package io.webrtc4j.signaling.netty;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where files come from; asked on a thread that may block. */
@FunctionalInterface
public interface ContentSource {
  /** The file at the relative {@code path}, or null if there is none. */
  @Nullable InputStream open(String path) throws IOException;
}
