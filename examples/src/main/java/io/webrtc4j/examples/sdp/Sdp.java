package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.SdpParseException;
import io.webrtc4j.sdp.SessionDescription;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a session description, or prints it as it was understood. */
@Command(
    name = "sdp",
    mixinStandardHelpOptions = true,
    description = "Says in plain words what a session description means.")
public final class Sdp implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  /** The most bytes that one Java character becomes in the encodings used here. */
  private static final int CHARACTER_BYTES = 3;

  @Parameters(paramLabel = "FILE", description = "the description; - is standard input")
  private String file = STANDARD_INPUT;

  @Option(
      names = "--rewrite",
      description = "print the description back from what was understood, instead")
  private boolean rewrite;

  @Spec private @Nullable CommandSpec spec;

  /** Exits with 0, or with 1 if the file can't be read or is not a description. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Sdp()).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      print(read());
      return CommandLine.ExitCode.OK;
    } catch (SdpParseException malformed) {
      return fail(malformed.getMessage());
    } catch (NoSuchFileException missing) {
      return fail("no such file");
    } catch (IOException unreadable) {
      return fail(unreadable.getMessage());
    }
  }

  /** One byte more than the parser takes is enough for it to say that there are too many. */
  private byte[] read() throws IOException {
    int limit = CHARACTER_BYTES * SessionDescription.MAX_LENGTH + 1;
    if (file.equals(STANDARD_INPUT)) {
      return System.in.readNBytes(limit);
    }
    try (var in = Files.newInputStream(Path.of(file))) {
      return in.readNBytes(limit);
    }
  }

  private void print(byte[] bytes) throws SdpParseException, IOException {
    Charset charset = isUtf8(bytes) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    SessionDescription session = SessionDescription.parse(new String(bytes, charset));
    String printed = rewrite ? session.write() : Explanation.of(session);
    OutputStream out = System.out;
    out.write(printed.getBytes(charset));
    out.flush();
  }

  /** RFC 8866 §4.4: free text is UTF-8, and may be anything else; no byte is lost either way. */
  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private int fail(@Nullable String problem) {
    Objects.requireNonNull(spec).commandLine().getErr().println(file + ": " + problem);
    return CommandLine.ExitCode.SOFTWARE;
  }
}
