package io.webrtc4j.sdp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code a=fmtp}: parameters of a format (RFC 8866 §6.15). What they mean depends on the codec:
 * {@link H264Parameters}, {@link Vp9Parameters}, {@link Av1Parameters}, {@link OpusParameters},
 * {@link RtxParameters} and {@link RedParameters} read them.
 *
 * @param format a payload type
 * @param parameters in their order
 * @param spaced whether a space stands behind each semicolon
 */
public record FmtpAttribute(String format, List<Parameter> parameters, boolean spaced)
    implements Attribute {
  static final String NAME = "fmtp";

  /**
   * One parameter.
   *
   * @param name without an equals sign; letter case does not matter (RFC 4855 §3)
   * @param value null where there is no equals sign, such as in {@code 0-15}
   */
  public record Parameter(String name, @Nullable String value) {
    /** A parameter by name and value. */
    public Parameter {
      Grammar.requireByteString("parameter name", name);
      if (name.isBlank() || !name.strip().equals(name) || has(name, ';') || has(name, '=')) {
        throw new IllegalArgumentException("a parameter's name has no '=', ';' or space around it");
      }
      if (value != null) {
        Grammar.requireByteString("parameter value", value);
        if (has(value, ';') || !value.strip().equals(value)) {
          throw new IllegalArgumentException("a parameter's value has no ';' or space around it");
        }
      }
    }

    private static boolean has(String text, char c) {
      return text.indexOf(c) >= 0;
    }

    @Override
    public String toString() {
      return value == null ? name : name + "=" + value;
    }
  }

  /** An attribute by its fields. */
  public FmtpAttribute {
    Grammar.requireToken("format", format);
    parameters = List.copyOf(parameters);
    if (parameters.isEmpty()) {
      throw new IllegalArgumentException("at least one parameter is needed");
    }
    spaced = spaced && parameters.size() > 1;
  }

  /** The parameters of a payload type, written as browsers write them. */
  public static FmtpAttribute of(int payloadType, List<Parameter> parameters) {
    return new FmtpAttribute(Integer.toString(payloadType), parameters, false);
  }

  static FmtpAttribute parse(FieldReader fields) throws SdpParseException {
    String format = fields.token("format");
    if (!fields.hasMore()) {
      throw fields.error("at least one parameter is missing");
    }
    String text = fields.rest();
    List<Parameter> parameters = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String parameter = part.strip();
      if (!parameter.isEmpty()) {
        int equals = parameter.indexOf('=');
        if (equals == 0) {
          throw fields.error("a parameter has no name");
        }
        parameters.add(
            equals < 0
                ? new Parameter(parameter, null)
                : new Parameter(
                    parameter.substring(0, equals).strip(),
                    parameter.substring(equals + 1).strip()));
      }
    }
    if (parameters.isEmpty()) {
      throw fields.error("at least one parameter is missing");
    }
    return new FmtpAttribute(format, parameters, text.contains("; "));
  }

  /** The value of the first parameter of this name; empty also where it has none. */
  public Optional<String> parameter(String name) {
    return parameters.stream()
        .filter(parameter -> parameter.name().equalsIgnoreCase(name))
        .findFirst()
        .map(Parameter::value);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String value() {
    StringBuilder value = new StringBuilder(format).append(' ');
    for (int i = 0; i < parameters.size(); i++) {
      if (i > 0) {
        value.append(spaced ? "; " : ";");
      }
      value.append(parameters.get(i));
    }
    return value.toString();
  }
}
