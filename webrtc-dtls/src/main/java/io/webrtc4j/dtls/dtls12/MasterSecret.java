package io.webrtc4j.dtls.dtls12;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.dtls.crypto.AeadAlgorithm;
import io.webrtc4j.dtls.crypto.HashAlgorithm;
import io.webrtc4j.dtls.crypto.Prf;
import io.webrtc4j.dtls.crypto.RecordCipher;
import io.webrtc4j.dtls.handshake.Finished;
import java.util.Arrays;

/** The secret of a session and what is made of it (RFC 5246 §8.1). Says nothing about itself. */
public final class MasterSecret {
  private static final int LENGTH = 48;

  private final Agreement agreement;
  private final byte[] secret;

  MasterSecret(Agreement agreement, byte[] secret) {
    this.agreement = agreement;
    this.secret = secret;
  }

  /**
   * Makes the secret of the key exchange's.
   *
   * @param transcript all messages up to and including ClientKeyExchange
   */
  static MasterSecret derive(Agreement agreement, byte[] preMasterSecret, Transcript transcript) {
    HashAlgorithm hash = agreement.suite().hash();
    byte[] secret =
        agreement.extendedMasterSecret()
            // RFC 7627 §4
            ? Prf.expand(
                hash, preMasterSecret, "extended master secret", transcript.hash(hash), LENGTH)
            : Prf.expand(
                hash,
                preMasterSecret,
                "master secret",
                concat(agreement.clientRandom(), agreement.serverRandom()),
                LENGTH);
    return new MasterSecret(agreement, secret);
  }

  /** The client's verify_data (RFC 5246 §7.4.9) after {@code transcript}. */
  byte[] clientVerifyData(Transcript transcript) {
    return verifyData("client finished", transcript);
  }

  /** The server's. */
  byte[] serverVerifyData(Transcript transcript) {
    return verifyData("server finished", transcript);
  }

  private byte[] verifyData(String label, Transcript transcript) {
    HashAlgorithm hash = agreement.suite().hash();
    return Prf.expand(hash, secret, label, transcript.hash(hash), Finished.VERIFY_DATA_LENGTH);
  }

  /**
   * Ciphers of both directions.
   *
   * @param client what the client writes with
   * @param server what the server writes with
   */
  record Ciphers(RecordCipher client, RecordCipher server) {}

  /** The ciphers (RFC 5246 §6.3). */
  Ciphers ciphers() {
    AeadAlgorithm aead = agreement.suite().aead();
    byte[] block =
        Prf.expand(
            agreement.suite().hash(),
            secret,
            "key expansion",
            concat(agreement.serverRandom(), agreement.clientRandom()),
            2 * (aead.keyLength() + aead.saltLength()));
    ByteReader in = new ByteReader(block);
    try {
      byte[] clientKey = in.bytes(aead.keyLength());
      byte[] serverKey = in.bytes(aead.keyLength());
      byte[] clientSalt = in.bytes(aead.saltLength());
      byte[] serverSalt = in.bytes(aead.saltLength());
      return new Ciphers(aead.cipher(clientKey, clientSalt), aead.cipher(serverKey, serverSalt));
    } catch (DecodeException e) {
      throw new IllegalStateException("the block is as long as was asked for", e);
    }
  }

  /** Keying material for others (RFC 5705 §4), without a context. */
  public byte[] export(String label, int length) {
    return Prf.expand(
        agreement.suite().hash(),
        secret,
        label,
        concat(agreement.clientRandom(), agreement.serverRandom()),
        length);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
