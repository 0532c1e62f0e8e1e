package io.webrtc4j.examples.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a file that a page sends: first {@code {"type":"file","name":…,"size":…}}, then its
 * bytes in messages of any length. They are counted and hashed as they come, and not kept. Answers
 * are {@code progress} now and then, {@code done} with the SHA-256 in the end, or {@code refused}.
 */
final class FileReceipt {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_NAME_LENGTH = 255;

  /** JavaScript's numbers are exact up to here, which is beyond any file. */
  private static final long MAX_SIZE = 1L << 53;

  private static final int TENTHS = 10;

  private static final long PROGRESS_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final MessageDigest digest;
  private State state = State.EXPECTED;
  private String name = "";
  private long size;
  private long received;
  private long begunNanos;
  private long toldNanos;

  /** Where it is. */
  enum State {
    EXPECTED,
    COMING,
    DONE,
    REFUSED
  }

  FileReceipt() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  State state() {
    return state;
  }

  /** Takes a text message, and returns the answer to be sent. */
  ObjectNode text(String message, long nanos) {
    JsonNode json = parsed(message);
    if (state != State.EXPECTED || !json.path("type").asText().equals("file")) {
      return refuse("Only the file's bytes may follow its name and size.");
    }
    if (!json.path("name").isTextual()
        || !json.path("size").isIntegralNumber()
        || json.get("size").asLong() < 0
        || json.get("size").asLong() > MAX_SIZE) {
      return refuse("A file has a name and a size.");
    }
    name = printable(json.get("name").asText());
    size = json.get("size").asLong();
    begunNanos = nanos;
    toldNanos = nanos;
    state = State.COMING;
    return size == 0 ? done(nanos) : progress();
  }

  /** Takes some of the file's bytes, and returns the answer to be sent, if there is one. */
  @Nullable ObjectNode bytes(byte[] bytes, long nanos) {
    if (state != State.COMING) {
      return refuse("A file begins with its name and size.");
    }
    if (bytes.length > size - received) {
      return refuse("More came than the " + size + " bytes that were announced.");
    }
    digest.update(bytes);
    received += bytes.length;
    if (received == size) {
      return done(nanos);
    }
    if (nanos - toldNanos < PROGRESS_NANOS) {
      return null;
    }
    toldNanos = nanos;
    return progress();
  }

  /** How many tenths of the file have come. */
  int tenths() {
    return size == 0 ? TENTHS : (int) (TENTHS * received / size);
  }

  /** Such as {@code "holiday.jpg", 3 of 5 bytes}. */
  @Override
  public String toString() {
    return "\"" + name + "\", " + received + " of " + size + " bytes";
  }

  private ObjectNode progress() {
    return answer("progress").put("received", received);
  }

  private ObjectNode done(long nanos) {
    state = State.DONE;
    return answer("done")
        .put("received", received)
        .put("sha256", HexFormat.of().formatHex(digest.digest()))
        .put("millis", TimeUnit.NANOSECONDS.toMillis(nanos - begunNanos));
  }

  private ObjectNode refuse(String why) {
    state = State.REFUSED;
    return answer("refused").put("why", why);
  }

  private static ObjectNode answer(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  private static JsonNode parsed(String message) {
    try {
      return JSON.readTree(message);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  /** Whoever sends the file chooses its name, and a terminal obeys control characters. */
  private static String printable(String name) {
    String shown = name.replaceAll("\\p{C}", "\uFFFD");
    return shown.length() <= MAX_NAME_LENGTH ? shown : shown.substring(0, MAX_NAME_LENGTH) + "…";
  }
}
