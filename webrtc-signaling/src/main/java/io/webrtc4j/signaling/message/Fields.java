package io.webrtc4j.signaling.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.signaling.message.Signal.IceCandidate;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each read as what it must be. */
final class Fields {
  static final int MAX_TYPE_LENGTH = 32;

  /** Rooms, names and ids: what a person may see in a list. */
  private static final int MAX_LABEL_LENGTH = 64;

  private static final int MAX_SDP_M_LINE_INDEX = 0xFFFF;

  private final ObjectNode object;

  Fields(ObjectNode object) {
    this.object = object;
  }

  /** A string of any length, that may be empty. */
  String text(String field) throws DecodeException {
    String value = optionalText(field);
    if (value == null) {
      throw new DecodeException("The field \"" + field + "\" is missing.");
    }
    return value;
  }

  String text(String field, int maxLength) throws DecodeException {
    String value = text(field);
    if (value.length() > maxLength) {
      throw new DecodeException(
          "The field \"" + field + "\" must have at most " + maxLength + " characters.");
    }
    return value;
  }

  /** A short string without control characters, that is not blank. */
  String label(String field) throws DecodeException {
    String value = text(field, MAX_LABEL_LENGTH);
    if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
      throw new DecodeException(
          "The field \"" + field + "\" must not be blank or have control characters in it.");
    }
    return value;
  }

  @Nullable String optionalLabel(String field) throws DecodeException {
    return optionalText(field) == null ? null : label(field);
  }

  /** Null and the empty string both say that there are no more candidates. */
  @Nullable IceCandidate candidate() throws DecodeException {
    JsonNode value = object.get("candidate");
    if (value != null && (value.isNull() || (value.isTextual() && value.textValue().isEmpty()))) {
      return null;
    }
    if (!(value instanceof ObjectNode init)) {
      throw new DecodeException(
          "The field \"candidate\" must be an RTCIceCandidateInit, or null when there are no"
              + " more.");
    }
    Fields fields = new Fields(init);
    return new IceCandidate(
        fields.text("candidate"),
        fields.optionalText("sdpMid"),
        fields.optionalSdpMLineIndex(),
        fields.optionalText("usernameFragment"));
  }

  private @Nullable Integer optionalSdpMLineIndex() throws DecodeException {
    JsonNode value = object.get("sdpMLineIndex");
    if (value == null || value.isNull()) {
      return null;
    }
    // An unsigned short, as the W3C's RTCIceCandidateInit has it.
    if (!value.isInt() || value.intValue() < 0 || value.intValue() > MAX_SDP_M_LINE_INDEX) {
      throw new DecodeException("The field \"sdpMLineIndex\" must be a number from 0 to 65535.");
    }
    return value.intValue();
  }

  private @Nullable String optionalText(String field) throws DecodeException {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new DecodeException("The field \"" + field + "\" must be a string.");
    }
    return value.textValue();
  }
}
