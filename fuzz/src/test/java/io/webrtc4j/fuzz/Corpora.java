package io.webrtc4j.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inputs of other projects, in a folder that the user names: a file is an input, except that
 * files of Go's fuzzer ({@code go test fuzz v1}, then values as literals) hold theirs in quotes.
 */
final class Corpora {
  private static final String GO_HEAD = "go test fuzz v1";
  private static final Pattern GO_VALUE =
      Pattern.compile("(?:\\[\\]byte|string)\\(\"((?:[^\"\\\\]|\\\\.)*)\"\\)");
  private static final Pattern GO_ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|([0-7]{3})|(.))");

  private Corpora() {}

  static List<byte[]> inputs(Path folder) {
    List<byte[]> inputs = new ArrayList<>();
    for (byte[] content : KeptInputs.read(folder)) {
      String text = new String(content, StandardCharsets.UTF_8);
      if (text.startsWith(GO_HEAD)) {
        Matcher value = GO_VALUE.matcher(text);
        while (value.find()) {
          inputs.add(unquoted(value.group(1)));
        }
      } else {
        inputs.add(content);
      }
    }
    return inputs;
  }

  private static byte[] unquoted(String literal) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher escape = GO_ESCAPE.matcher(literal);
    int at = 0;
    while (escape.find()) {
      write(literal.substring(at, escape.start()), bytes);
      if (escape.group(1) != null) {
        bytes.write(Integer.parseInt(escape.group(1), 16));
      } else if (escape.group(2) != null) {
        write(Character.toString(Integer.parseInt(escape.group(2), 16)), bytes);
      } else if (escape.group(3) != null) {
        bytes.write(Integer.parseInt(escape.group(3), 8));
      } else {
        bytes.write(control(escape.group(4).charAt(0)));
      }
      at = escape.end();
    }
    write(literal.substring(at), bytes);
    return bytes.toByteArray();
  }

  private static int control(char letter) {
    return switch (letter) {
      case 'a' -> 7;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 11;
      default -> letter;
    };
  }

  private static void write(String text, ByteArrayOutputStream bytes) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
