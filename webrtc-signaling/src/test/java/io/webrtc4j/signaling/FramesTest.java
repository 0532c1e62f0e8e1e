package io.webrtc4j.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the server makes of frames that no decent client sends (RFC 6455 §5). */
@Timeout(60)
class FramesTest {
  private static final int TEXT = 0x1;
  private static final int CLOSE = 0x8;
  private static final int PING = 0x9;
  private static final int PONG = 0xA;
  private static final int FIN = 0x80;
  private static final int MASKED = 0x80;

  private final SignalingServer server =
      SignalingServer.builder().host("127.0.0.1").port(0).messageRate(100, 100).build().start();
  private Socket socket;
  private DataInputStream in;

  @BeforeEach
  void connect() throws IOException {
    socket = new Socket(server.address().getAddress(), server.address().getPort());
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    String handshake =
        """
        GET /signal HTTP/1.1
        Host: x
        Connection: Upgrade
        Upgrade: websocket
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

        """
            .replace("\n", "\r\n");
    socket.getOutputStream().write(handshake.getBytes(StandardCharsets.US_ASCII));
    String response = "";
    while (!response.endsWith("\r\n\r\n")) {
      response += (char) in.readUnsignedByte();
    }
    assertThat(response).startsWith("HTTP/1.1 101");
  }

  @AfterEach
  void stop() throws IOException {
    socket.close();
    server.close();
  }

  @Test
  void pingsAreAnsweredWithTheirContent() throws IOException {
    send(FIN | PING, "hello".getBytes(StandardCharsets.US_ASCII));
    assertThat(in.readUnsignedByte()).isEqualTo(FIN | PONG);
    assertThat(in.readNBytes(in.readUnsignedByte())).asString().isEqualTo("hello");
  }

  @Test
  void textThatIsNotUtf8EndsTheConnection() throws IOException {
    send(FIN | TEXT, new byte[] {(byte) 0xC3, (byte) 0x28});
    assertThat(closeCode()).isEqualTo(1007);
  }

  @Test
  void framesThatAreNotMaskedEndTheConnection() throws IOException {
    socket.getOutputStream().write(new byte[] {(byte) (FIN | TEXT), 2, '{', '}'});
    assertThat(closeCode()).isEqualTo(1002);
  }

  @Test
  void reservedOperationCodesEndTheConnection() throws IOException {
    send(FIN | 0x3, new byte[0]);
    assertThat(closeCode()).isEqualTo(1002);
  }

  @Test
  void anAnnouncedLengthBeyondTheLimitIsNotWaitedFor() throws IOException {
    // A 64-bit length of 2^40.
    byte[] header = {
      (byte) (FIN | TEXT), (byte) (MASKED | 127), 0, 0, 1, 0, 0, 0, 0, 0, 1, 2, 3, 4
    };
    socket.getOutputStream().write(header);
    assertThat(closeCode()).isEqualTo(1009);
  }

  @Test
  void aFloodOfEmptyFragmentsEndsTheConnection() throws IOException {
    send(TEXT, new byte[0]);
    ByteArrayOutputStream flood = new ByteArrayOutputStream();
    for (int i = 0; i < 300; i++) {
      flood.write(new byte[] {0, (byte) MASKED, 0, 0, 0, 0});
    }
    socket.getOutputStream().write(flood.toByteArray());
    assertThat(in.readUnsignedByte()).isEqualTo(FIN | TEXT);
    in.readNBytes(in.readUnsignedByte());
    assertThat(closeCode()).isEqualTo(1008);
  }

  @Test
  void whoDoesNotAnswerACloseFrameIsCutOff() throws IOException {
    send(FIN | 0x2, new byte[0]);
    assertThat(closeCode()).isEqualTo(1003);
    // The reason, and then the end, although no close frame was sent back.
    assertThat(in.readAllBytes()).asString().isEqualTo("only text messages are understood");
  }

  /** A frame masked with zeros, so that it reads as it is. */
  private void send(int firstByte, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(firstByte);
    frame.write(MASKED | payload.length);
    frame.write(new byte[4]);
    frame.write(payload);
    socket.getOutputStream().write(frame.toByteArray());
  }

  private int closeCode() throws IOException {
    assertThat(in.readUnsignedByte()).isEqualTo(FIN | CLOSE);
    in.readUnsignedByte();
    return in.readUnsignedShort();
  }
}
