package io.webrtc4j.examples.echo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.webrtc4j.RTCSdpType;
import io.webrtc4j.RTCSessionDescription;
import io.webrtc4j.RTCSessionDescriptionInit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Session descriptions as browsers write them in JSON: {@code {"type":"offer","sdp":"…"}}. */
final class DescriptionJson {
  /** The content type of what is read and written here. */
  static final String CONTENT_TYPE = "application/json";

  /** More than any browser's offer has, with room to spare. */
  static final int MAX_BYTES = 512 * 1024;

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private DescriptionJson() {}

  /** The body is not a session description of the type asked for. */
  static final class BadDescriptionException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    BadDescriptionException(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    /** What is wrong with it. */
    String sentence() {
      return sentence;
    }
  }

  /**
   * Reads a description.
   *
   * @throws BadDescriptionException if the body is anything else
   */
  static RTCSessionDescriptionInit parse(byte[] body, RTCSdpType type)
      throws BadDescriptionException {
    JsonNode json = tree(body);
    if (!json.path("type").asText().equals(type.toString())) {
      throw new BadDescriptionException(
          "The member \"type\" must be \"" + type + "\", not " + json.path("type") + ".");
    }
    if (!json.path("sdp").isTextual()) {
      throw new BadDescriptionException("The member \"sdp\" must be a string.");
    }
    return new RTCSessionDescriptionInit(type, json.get("sdp").asText());
  }

  /** Writes a description. */
  static byte[] write(RTCSessionDescription description) {
    return JSON.createObjectNode()
        .put("type", description.type().toString())
        .put("sdp", description.sdp())
        .toString()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode tree(byte[] body) throws BadDescriptionException {
    try {
      JsonNode json = JSON.readTree(body);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      throw new BadDescriptionException("The body is not JSON: " + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      throw new BadDescriptionException("The body is not JSON in UTF-8: " + e.getMessage() + ".");
    }
    throw new BadDescriptionException(
        "The body must be a JSON object with the members \"type\" and \"sdp\".");
  }
}
