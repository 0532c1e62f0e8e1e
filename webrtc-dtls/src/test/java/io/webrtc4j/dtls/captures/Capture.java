package io.webrtc4j.dtls.captures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A conversation in src/test/resources: lines with a word and hexadecimal digits. */
public final class Capture {
  /** Chromium's first flight, in two datagrams. */
  public static final Capture CHROMIUM_HELLO = new Capture("chromium-client-hello.txt");

  /** Firefox' first flight, in two datagrams. */
  public static final Capture FIREFOX_HELLO = new Capture("firefox-client-hello.txt");

  /** A whole handshake of DTLS 1.2. */
  public static final Capture CHROMIUM_CLIENT = new Capture("chromium-client-dtls12.txt");

  /** A whole handshake of DTLS 1.2. */
  public static final Capture FIREFOX_CLIENT = new Capture("firefox-client-dtls12.txt");

  private final String name;

  private Capture(String name) {
    this.name = name;
  }

  /** One datagram. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Datagram(boolean fromClient, byte[] bytes) {}

  /** All datagrams in order. */
  public List<Datagram> datagrams() {
    List<Datagram> datagrams = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("client ") || line.startsWith("server ")) {
        datagrams.add(new Datagram(line.startsWith("client "), hex(line)));
      }
    }
    return datagrams;
  }

  /** The bytes of all datagrams. */
  public List<byte[]> bytes() {
    return datagrams().stream().map(Datagram::bytes).toList();
  }

  /** The session's secret, as the browser logged it. */
  public byte[] masterSecret() {
    return lines().stream()
        .filter(line -> line.startsWith("master-secret "))
        .map(Capture::hex)
        .findFirst()
        .orElseThrow();
  }

  private static byte[] hex(String line) {
    return HexFormat.of().parseHex(line.substring(line.indexOf(' ') + 1));
  }

  private List<String> lines() {
    try (InputStream in = Capture.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
