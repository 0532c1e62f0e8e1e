package io.webrtc4j.jsep.media;

import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One media section of an offer and of its answer, as two real peers wrote them. They are
 * webrtc-sdp's, whose README says where they come from.
 */
record CapturedPair(String name, MediaDescription offer, MediaDescription answer) {
  private static final Path DIRECTORY =
      Path.of("..", "webrtc-sdp", "src", "test", "resources", "sdp");

  private static final String OFFER = "offer.sdp";

  /** The accepted sections for audio and video of all pairs. */
  static List<CapturedPair> all() {
    List<CapturedPair> pairs = new ArrayList<>();
    try (Stream<Path> files = Files.walk(DIRECTORY)) {
      files
          .filter(file -> file.toString().endsWith(OFFER))
          .sorted()
          .forEach(file -> add(file, pairs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pairs;
  }

  private static void add(Path file, List<CapturedPair> pairs) {
    Path answerFile = Path.of(file.toString().replace(OFFER, "answer.sdp"));
    if (!Files.exists(answerFile)) {
      return;
    }
    SessionDescription offer = read(file);
    SessionDescription answer = read(answerFile);
    for (int i = 0; i < offer.media().size() && i < answer.media().size(); i++) {
      MediaDescription answered = answer.media().get(i);
      if (MediaKind.of(answered.media()).isPresent() && answered.port() != 0) {
        pairs.add(
            new CapturedPair(
                DIRECTORY.relativize(file) + " " + i,
                MediaSections.inherit(offer, offer.media().get(i)),
                MediaSections.inherit(answer, answered)));
      }
    }
  }

  static MediaDescription section(String file, int index) {
    SessionDescription session = read(DIRECTORY.resolve(file));
    return MediaSections.inherit(session, session.media().get(index));
  }

  private static SessionDescription read(Path file) {
    try {
      return SessionDescription.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SdpParseException e) {
      throw new AssertionError(file.toString(), e);
    }
  }

  MediaKind kind() {
    return MediaKind.of(offer.media()).orElseThrow();
  }

  @Override
  public String toString() {
    return name;
  }
}
