package io.webrtc4j.interop.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.webrtc4j.EncodedFrame;
import io.webrtc4j.MediaStreamTrack;
import io.webrtc4j.RTCRtpCodec;
import io.webrtc4j.interop.waiting.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a track gives, to be decoded by an independent decoder. */
final class Recording {
  private final List<EncodedFrame> frames = new ArrayList<>();
  private final List<Waiter> waiters = new ArrayList<>();
  private final @Nullable String rid;

  private record Waiter(int count, CompletableFuture<Void> done) {}

  private Recording(@Nullable String rid) {
    this.rid = rid;
  }

  static Recording of(MediaStreamTrack track) {
    return of(track, null);
  }

  /** Of one version of simulcast. */
  static Recording of(MediaStreamTrack track, @Nullable String rid) {
    Recording recording = new Recording(rid);
    track.onFrame(recording::add);
    return recording;
  }

  private synchronized void add(EncodedFrame frame) {
    if (rid == null || rid.equals(frame.rid())) {
      frames.add(frame);
      waiters.forEach(
          waiter -> {
            if (frames.size() >= waiter.count()) {
              waiter.done().complete(null);
            }
          });
    }
  }

  /** Waits until there are so many frames more. */
  void awaitMore(int count, Supplier<String> logs) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (this) {
      waiters.add(new Waiter(frames.size() + count, done));
    }
    Waiting.await(done, count + " frames", logs);
  }

  synchronized List<EncodedFrame> frames() {
    return List.copyOf(frames);
  }

  synchronized void clear() {
    frames.clear();
  }

  /** Fails unless an independent decoder makes as many pictures of it, or hears something. */
  void checkDecoded(String codec) {
    List<EncodedFrame> recorded = frames();
    assertThat(recorded).isNotEmpty();
    assertThat(recorded.get(0).isKeyFrame()).isTrue();
    for (EncodedFrame frame : recorded) {
      RTCRtpCodec of = Objects.requireNonNull(frame.codec());
      assertThat(of.mimeType()).isEqualToIgnoringCase(codec);
    }
    List<byte[]> payloads = recorded.stream().map(EncodedFrame::payload).toList();
    switch (codec.toLowerCase(Locale.ROOT)) {
      case "video/vp8" -> checkPictures(recorded.size(), file(Ivf.write("VP80", payloads), ".ivf"));
      case "video/vp9" -> checkPictures(recorded.size(), file(Ivf.write("VP90", payloads), ".ivf"));
      case "video/av1" -> checkPictures(recorded.size(), file(Ivf.write("AV01", payloads), ".ivf"));
      case "video/h264" -> checkPictures(recorded.size(), file(joined(payloads), ".h264"));
      case "audio/opus" -> checkHeard(file(OggOpus.write(payloads), ".ogg"));
      case "audio/g722" -> checkHeard(file(joined(payloads), ".g722"), "-f", "g722");
      case "audio/pcmu" -> checkHeard(file(joined(payloads), ".ul"), "-f", "mulaw", "-ar", "8000");
      case "audio/pcma" -> checkHeard(file(joined(payloads), ".al"), "-f", "alaw", "-ar", "8000");
      default -> throw new AssertionError("no decoder for " + codec);
    }
  }

  private static void checkPictures(int count, Path file) {
    assertThat(Ffmpeg.pictures(file)).isEqualTo(count);
    delete(file);
  }

  private static void checkHeard(Path file, String... inputOptions) {
    assertThat(Ffmpeg.volume(file, inputOptions)).isGreaterThan(-60);
    delete(file);
  }

  private static byte[] joined(List<byte[]> parts) {
    int length = parts.stream().mapToInt(part -> part.length).sum();
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private static Path file(byte[] content, String suffix) {
    try {
      return Files.write(Files.createTempFile("webrtc4j", suffix), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
