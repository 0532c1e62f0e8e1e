package io.webrtc4j.signaling.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves files, which it reads on a thread of its own. */
final class StaticFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StaticFiles.class);

  /** A whole file is held in memory while it is sent. */
  private static final int MAX_FILE_BYTES = 16 << 20;

  /** Requests that wait for the thread; more are turned away. */
  private static final int MAX_WAITING_REQUESTS = 256;

  private static final long IDLE_THREAD_SECONDS = 10;

  private final List<Map.Entry<String, ContentSource>> sources;
  private final ThreadPoolExecutor executor;

  StaticFiles(Map<String, ContentSource> sources) {
    this.sources =
        sources.entrySet().stream()
            .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
            .toList();
    this.executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_THREAD_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MAX_WAITING_REQUESTS),
            new DefaultThreadFactory("webrtc-signaling-files", true));
    executor.allowCoreThreadTimeOut(true);
  }

  /**
   * Answers with the file at {@code path}, or with what is wrong.
   *
   * @param host the request's Host header, or null
   * @param headOnly whether the content itself is not wanted
   */
  void serve(ChannelHandlerContext ctx, String path, @Nullable String host, boolean headOnly) {
    try {
      executor.execute(() -> respond(ctx, answer(path, host), headOnly));
    } catch (RejectedExecutionException e) {
      Responses.sendText(
          ctx, HttpResponseStatus.SERVICE_UNAVAILABLE, "The server is busy; try again.");
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private static void respond(
      ChannelHandlerContext ctx, FullHttpResponse response, boolean headOnly) {
    if (headOnly) {
      // RFC 9110 §9.3.2: the headers of a GET, its length included, and no content.
      int length = response.content().readableBytes();
      response.content().clear();
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
    }
    Responses.send(ctx, response);
  }

  private FullHttpResponse answer(String path, @Nullable String host) {
    for (Map.Entry<String, ContentSource> source : sources) {
      String file = ContentPath.below(source.getKey(), path);
      if (file != null) {
        return answerFrom(source.getValue(), file, host);
      }
    }
    return notFound();
  }

  // A content source is the embedder's code: whatever it throws is answered with 500.
  private static FullHttpResponse answerFrom(
      ContentSource source, String file, @Nullable String host) {
    try (InputStream in = source.open(file)) {
      if (in == null) {
        return notFound();
      }
      byte[] content = in.readNBytes(MAX_FILE_BYTES + 1);
      if (content.length > MAX_FILE_BYTES) {
        throw new IOException("the file has more than " + MAX_FILE_BYTES + " bytes");
      }
      return Responses.file(file, content, host);
    } catch (IOException | RuntimeException e) {
      LOG.warn("Reading the static file {} failed", file, e);
      return Responses.text(
          HttpResponseStatus.INTERNAL_SERVER_ERROR, "The file could not be read.");
    }
  }

  private static FullHttpResponse notFound() {
    return Responses.text(HttpResponseStatus.NOT_FOUND, "There is nothing here.");
  }
}
