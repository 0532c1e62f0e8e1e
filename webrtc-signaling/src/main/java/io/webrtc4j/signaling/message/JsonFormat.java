package io.webrtc4j.signaling.message;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.signaling.message.ClientMessage.Join;
import io.webrtc4j.signaling.message.ClientMessage.Leave;

/**
 * Between text and messages. Reading is strict about the fields it knows and ignores those it
 * doesn't, so that either side can be newer than the other.
 *
 * <p>Any thread may use one at any time.
 */
public final class JsonFormat {
  /** Deep enough for every message: the message and the candidate in it, and some to spare. */
  private static final int MAX_NESTING_DEPTH = 8;

  private static final int MAX_FIELD_NAME_LENGTH = 64;
  private static final int MAX_NUMBER_LENGTH = 20;

  private final ObjectMapper mapper;
  private final MessageWriter writer;

  /**
   * @param maxMessageLength the most characters that a message may have
   */
  public JsonFormat(int maxMessageLength) {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxDocumentLength(maxMessageLength)
            .maxStringLength(maxMessageLength)
            .maxNestingDepth(MAX_NESTING_DEPTH)
            .maxNameLength(MAX_FIELD_NAME_LENGTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .build();
    // Interned or cached field names would let a peer fill tables that outlive its connection.
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();
    this.mapper =
        JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    this.writer = new MessageWriter(mapper.getNodeFactory());
  }

  /**
   * The message that {@code text} holds.
   *
   * @throws DecodeException if it holds none, with a sentence for whoever wrote the client
   */
  public ClientMessage read(String text) throws DecodeException {
    JsonNode tree;
    try {
      tree = mapper.readTree(text);
    } catch (StreamConstraintsException e) {
      throw new DecodeException(
          "The message is nested too deeply, or a number or a field's name in it is too long.");
    } catch (JsonProcessingException e) {
      throw new DecodeException("The message is not valid JSON" + place(e) + ".");
    }
    if (!(tree instanceof ObjectNode message)) {
      throw new DecodeException("A message must be a JSON object with a \"type\".");
    }
    return read(new Fields(message));
  }

  private static ClientMessage read(Fields fields) throws DecodeException {
    String type = fields.text("type", Fields.MAX_TYPE_LENGTH);
    return switch (type) {
      case "join" -> new Join(fields.label("room"), fields.optionalLabel("name"));
      case "leave" -> new Leave();
      case "offer" -> relay(fields, new Signal.Offer(fields.text("sdp")));
      case "answer" -> relay(fields, new Signal.Answer(fields.text("sdp")));
      case "candidate" -> relay(fields, new Signal.Candidate(fields.candidate()));
      default ->
          throw new DecodeException(
              "There is no message of type \""
                  + type
                  + "\"; there are join, leave, offer, answer and candidate.");
    };
  }

  private static ClientMessage relay(Fields fields, Signal signal) throws DecodeException {
    return new ClientMessage.Relay(fields.label("to"), signal);
  }

  /** {@code message} as one line of JSON. */
  public String write(ServerMessage message) {
    return writer.write(message).toString();
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }
}
