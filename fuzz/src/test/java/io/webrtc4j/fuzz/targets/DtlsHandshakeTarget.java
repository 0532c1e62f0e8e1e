package io.webrtc4j.fuzz.targets;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import io.webrtc4j.dtls.crypto.CertificateKey;
import io.webrtc4j.dtls.extension.EcPointFormats;
import io.webrtc4j.dtls.extension.ExtensionType;
import io.webrtc4j.dtls.extension.Extensions;
import io.webrtc4j.dtls.extension.SignatureAlgorithms;
import io.webrtc4j.dtls.extension.SupportedGroups;
import io.webrtc4j.dtls.extension.SupportedVersions;
import io.webrtc4j.dtls.extension.UseSrtp;
import io.webrtc4j.dtls.handshake.Certificate;
import io.webrtc4j.dtls.handshake.CertificateRequest;
import io.webrtc4j.dtls.handshake.CertificateVerify;
import io.webrtc4j.dtls.handshake.ClientHello;
import io.webrtc4j.dtls.handshake.ClientKeyExchange;
import io.webrtc4j.dtls.handshake.Finished;
import io.webrtc4j.dtls.handshake.HandshakeFragment;
import io.webrtc4j.dtls.handshake.HandshakeType;
import io.webrtc4j.dtls.handshake.HelloVerifyRequest;
import io.webrtc4j.dtls.handshake.ServerHello;
import io.webrtc4j.dtls.handshake.ServerHelloDone;
import io.webrtc4j.dtls.handshake.ServerKeyExchange;
import io.webrtc4j.dtls.record.ContentType;
import io.webrtc4j.dtls.record.RecordCursor;
import io.webrtc4j.fuzz.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Handshake messages: a byte for the type, and the body. */
public final class DtlsHandshakeTarget implements Target {
  @Override
  public String name() {
    return "dtls-handshake";
  }

  @Override
  public Class<? extends Exception> declared() {
    return DecodeException.class;
  }

  @Override
  public void accept(byte[] input) throws DecodeException {
    if (input.length == 0) {
      return;
    }
    int type = input[0] & 0xff;
    byte[] body = Arrays.copyOfRange(input, 1, input.length);
    byte[] written = rewritten(type, body);
    if (!Arrays.equals(rewritten(type, written), written)) {
      throw new IllegalStateException("written, read and written again it is another");
    }
  }

  private static byte[] rewritten(int type, byte[] body) throws DecodeException {
    return switch (type) {
      case HandshakeType.CLIENT_HELLO -> clientHello(body);
      case HandshakeType.SERVER_HELLO -> serverHello(body);
      case HandshakeType.HELLO_VERIFY_REQUEST -> HelloVerifyRequest.parse(body).encode();
      case HandshakeType.CERTIFICATE -> certificate(body);
      case HandshakeType.SERVER_KEY_EXCHANGE -> ServerKeyExchange.parse(body).encode();
      case HandshakeType.CERTIFICATE_REQUEST -> CertificateRequest.parse(body).encode();
      case HandshakeType.SERVER_HELLO_DONE -> ServerHelloDone.parse(body).encode();
      case HandshakeType.CERTIFICATE_VERIFY -> CertificateVerify.parse(body).encode();
      case HandshakeType.CLIENT_KEY_EXCHANGE -> ClientKeyExchange.parse(body).encode();
      case HandshakeType.FINISHED -> Finished.parse(body).encode();
      default -> throw new DecodeException("no such message");
    };
  }

  private static byte[] clientHello(byte[] body) throws DecodeException {
    ClientHello hello = ClientHello.parse(body);
    read(hello.extensions());
    return hello.encode();
  }

  private static byte[] serverHello(byte[] body) throws DecodeException {
    ServerHello hello = ServerHello.parse(body);
    read(hello.extensions());
    return hello.encode();
  }

  private static byte[] certificate(byte[] body) throws DecodeException {
    Certificate message = Certificate.parse(body);
    if (!message.chain().isEmpty()) {
      CertificateKey.parse(message.chain().get(0));
    }
    return message.encode();
  }

  private static void read(Extensions extensions) throws DecodeException {
    for (int type : extensions.types()) {
      byte[] content = extensions.content(type);
      switch (type) {
        case ExtensionType.SUPPORTED_GROUPS -> SupportedGroups.parse(content);
        case ExtensionType.EC_POINT_FORMATS -> EcPointFormats.parse(content);
        case ExtensionType.SIGNATURE_ALGORITHMS -> SignatureAlgorithms.parse(content);
        case ExtensionType.SUPPORTED_VERSIONS -> SupportedVersions.parse(content);
        case ExtensionType.USE_SRTP -> UseSrtp.parse(content);
        default -> {}
      }
    }
  }

  @Override
  public long allocationLimit(byte[] input) {
    // It is read twice, and written.
    return 3 * ALLOCATION_FACTOR * input.length;
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    for (byte[] datagram : Conversations.dtls().sent()) {
      RecordCursor record = new RecordCursor().over(PacketBuffer.wrap(datagram));
      while (record.next()) {
        if (record.type() == ContentType.HANDSHAKE && record.epoch() == 0) {
          addMessages(new ByteReader(datagram, record.bodyStart(), record.end()), seeds);
        }
      }
    }
    seeds.add(Growing.bytes(HandshakeType.HELLO_VERIFY_REQUEST, 0xfe, 0xff, 2, 1, 2));
    seeds.add(Growing.bytes(HandshakeType.FINISHED, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    return seeds;
  }

  private static void addMessages(ByteReader fragments, List<byte[]> seeds) {
    try {
      while (fragments.hasRemaining()) {
        HandshakeFragment fragment = HandshakeFragment.parse(fragments);
        if (fragment.bytes().length == fragment.length()) {
          seeds.add(message(fragment.type(), fragment.bytes()));
        }
      }
    } catch (DecodeException ours) {
      throw new IllegalStateException("our own message", ours);
    }
  }

  @Override
  public Map<String, IntFunction<byte[]>> growing() {
    return Map.of(
        "extensions", DtlsHandshakeTarget::manyExtensions,
        "cipher suites", DtlsHandshakeTarget::manySuites,
        "certificates", DtlsHandshakeTarget::manyCertificates,
        "one certificate", DtlsHandshakeTarget::oneCertificate,
        "nested lengths in a certificate", DtlsHandshakeTarget::nestedCertificate);
  }

  private static byte[] manyExtensions(int size) {
    byte[] head = hello(2);
    byte[] message = Arrays.copyOf(head, size);
    int at = head.length + 2;
    for (int type = 100; at + 4 <= size; type++) {
      Growing.with16(message, at, type);
      at += 4;
    }
    Growing.with16(message, head.length, at - head.length - 2);
    return Arrays.copyOf(message, at);
  }

  private static byte[] manySuites(int size) {
    int suites = size - hello(0).length - 3 & ~1;
    return hello(suites);
  }

  /** A ClientHello without extensions whose cipher suites take {@code suites} bytes. */
  private static byte[] hello(int suites) {
    int suitesAt = 1 + 2 + 32 + 1 + 1;
    byte[] message = new byte[suitesAt + 2 + suites + 2];
    message[0] = HandshakeType.CLIENT_HELLO;
    Growing.with16(message, 1, 0xfefd);
    Growing.with16(message, suitesAt, suites);
    message[suitesAt + 2 + suites] = 1;
    return message;
  }

  private static byte[] manyCertificates(int size) {
    byte[] head = Growing.bytes(HandshakeType.CERTIFICATE, 0, 0, 0);
    byte[] message = Growing.repeated(head, Growing.bytes(0, 0, 1, 0x30), size);
    return Growing.with24(message, 1, message.length - head.length);
  }

  private static byte[] oneCertificate(int size) {
    byte[] message = new byte[size];
    message[0] = HandshakeType.CERTIFICATE;
    Growing.with24(message, 1, size - 4);
    return Growing.with24(message, 4, size - 7);
  }

  private static byte[] nestedCertificate(int size) {
    byte[] message = oneCertificate(size);
    int end = message.length;
    // A SEQUENCE in a SEQUENCE in a SEQUENCE, each with a length of three bytes.
    for (int at = 7; at + 5 <= end; at += 5) {
      message[at] = 0x30;
      message[at + 1] = (byte) 0x83;
      Growing.with24(message, at + 2, end - at - 5);
    }
    return message;
  }

  private static byte[] message(int type, byte[] body) {
    byte[] message = new byte[1 + body.length];
    message[0] = (byte) type;
    System.arraycopy(body, 0, message, 1, body.length);
    return message;
  }
}
