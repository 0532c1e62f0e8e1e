package io.webrtc4j.sctp.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ChunkRoundTripTest {
  private static final int TRIES = 400;

  @Property(tries = TRIES)
  void whatIsWrittenIsReadAgain(@ForAll("chunks") ControlChunk chunk) {
    assertThat(Packets.control(Packets.of(1, chunk))).containsExactly(chunk);
  }

  @Property(tries = TRIES)
  void chunksStandSideBySide(
      @ForAll("chunks") ControlChunk first, @ForAll("chunks") ControlChunk second) {
    byte[] packet = Packets.of(1, first, second);
    assertThat(packet.length).isEqualTo(12 + first.paddedLength() + second.paddedLength());
    assertThat(Packets.control(packet)).containsExactly(first, second);
  }

  @Property(tries = TRIES)
  void truncatedPacketsAreMalformedOrShorter(
      @ForAll("chunks") ControlChunk chunk, @ForAll("share") double share) {
    byte[] packet = Packets.of(1, chunk);
    readAll(Arrays.copyOf(packet, 12 + (int) (share * (packet.length - 12))));
  }

  @Property(tries = TRIES)
  void mutatedPacketsNeverThrowMoreThanDecodeExceptions(
      @ForAll("chunks") ControlChunk chunk, @ForAll("share") double place, @ForAll byte value) {
    byte[] packet = Packets.of(1, chunk);
    packet[12 + (int) (place * (packet.length - 12))] = value;
    readAll(packet);
  }

  @Property(tries = TRIES)
  void anyBytesNeverThrowMoreThanDecodeExceptions(@ForAll byte[] bytes, @ForAll byte type) {
    byte[] packet = Packets.raw(1, bytes);
    if (packet.length > 12) {
      packet[12] = type;
    }
    readAll(packet);
  }

  @Test
  void theLastChunksPaddingMayBeMissing() {
    byte[] packet = Packets.of(1, new CookieEchoChunk(OpaqueBytes.of(new byte[] {1, 2, 3, 4, 5})));
    byte[] unpadded = Arrays.copyOf(packet, packet.length - 3);
    assertThat(Packets.control(unpadded)).isEqualTo(Packets.control(packet));
  }

  @Test
  void parametersBehindAnUnknownOneThatStopsAreNotRead() throws DecodeException {
    UnknownParameter stops = new UnknownParameter(0x7abc, OpaqueBytes.EMPTY);
    UnknownParameter skips = new UnknownParameter(0xfabc, OpaqueBytes.EMPTY);
    UnknownParameter silent = new UnknownParameter(0x8abc, OpaqueBytes.EMPTY);
    ForwardTsnSupported known = new ForwardTsnSupported();
    assertThat(parse(skips, silent, known)).containsExactly(skips, silent, known);
    assertThat(parse(skips, stops, known)).containsExactly(skips, stops);
    assertThat(Parameters.toReport(parse(silent, skips, stops, known)))
        .containsExactly(skips, stops);
  }

  @Test
  void portZeroIsMalformed() {
    assertThatThrownBy(() -> PacketHeader.parse(PacketBuffer.wrap(new byte[12])))
        .isInstanceOf(DecodeException.class);
  }

  @Test
  void aDataChunkTooShortForItsHeaderIsMalformed() throws DecodeException {
    ChunkReader reader =
        new ChunkReader(PacketBuffer.wrap(Packets.raw(1, new byte[] {0, 3, 0, 8, 0, 0, 0, 1})));
    assertThat(reader.next()).isTrue();
    assertThatThrownBy(() -> new DataChunk().wrap(reader)).isInstanceOf(DecodeException.class);
  }

  @Property(tries = TRIES)
  void dataIsReadAsItWasWritten(
      @ForAll int tsn,
      @ForAll("u16") int stream,
      @ForAll("u16") int ssn,
      @ForAll int ppid,
      @ForAll byte[] payload,
      @ForAll("flags") int flags)
      throws DecodeException {
    byte[] packet = Packets.data(1, flags, tsn, stream, ssn, ppid, payload);
    ChunkReader reader = new ChunkReader(PacketBuffer.wrap(packet));
    DataChunk chunk = new DataChunk();
    assertThat(reader.next()).isTrue();
    chunk.wrap(reader);
    assertThat(chunk.tsn()).isEqualTo(tsn);
    assertThat(chunk.streamId()).isEqualTo(stream);
    assertThat(chunk.ssn()).isEqualTo(ssn);
    assertThat(chunk.ppid()).isEqualTo(ppid);
    assertThat(chunk.payload()).isEqualTo(payload);
    assertThat(chunk.isEnding()).isEqualTo((flags & 1) != 0);
    assertThat(chunk.isBeginning()).isEqualTo((flags & 2) != 0);
    assertThat(chunk.isUnordered()).isEqualTo((flags & 4) != 0);
    assertThat(chunk.isImmediate()).isEqualTo((flags & 8) != 0);
    assertThat(reader.next()).isFalse();
  }

  private static List<Parameter> parse(Parameter... parameters) throws DecodeException {
    byte[] packet = Packets.of(1, new ReConfigChunk(List.of(parameters)));
    return Parameters.parse(new ByteReader(packet, 16, packet.length));
  }

  /** Reads all that can be read; only DecodeException may come. */
  private static void readAll(byte[] packet) {
    ChunkReader chunks = new ChunkReader(PacketBuffer.wrap(packet));
    int count = 0;
    try {
      while (chunks.next()) {
        count++;
        ControlChunk chunk = Packets.parse(chunks.type(), chunks.flags(), chunks.value());
        assertThat(chunk.paddedLength()).isPositive();
      }
    } catch (DecodeException expected) {
      assertThat(expected.getMessage()).isNotEmpty();
    }
    assertThat(count).isLessThanOrEqualTo(packet.length / 4);
  }

  @Provide
  Arbitrary<Double> share() {
    return Arbitraries.doubles().between(0, 0.99);
  }

  @Provide
  Arbitrary<Integer> u16() {
    return Arbitraries.integers().between(0, 0xffff);
  }

  @Provide
  Arbitrary<Integer> flags() {
    return Arbitraries.integers().between(0, 15);
  }

  @Provide
  Arbitrary<ControlChunk> chunks() {
    return Arbitraries.oneOf(
        List.of(
            inits().map(fields -> new InitChunk(fields, List.of())),
            Combinators.combine(inits(), parameters()).as(InitChunk::new),
            Combinators.combine(inits(), parameters()).as(InitAckChunk::new),
            sacks(),
            opaque().map(HeartbeatChunk::new),
            opaque().map(HeartbeatAckChunk::new),
            causes().map(causes -> new AbortChunk(true, causes)),
            causes().map(causes -> new AbortChunk(false, causes)),
            causes().map(ErrorChunk::new),
            Arbitraries.integers().map(ShutdownChunk::new),
            opaque().map(CookieEchoChunk::new),
            Arbitraries.of(
                new CookieAckChunk(),
                new ShutdownAckChunk(),
                new ShutdownCompleteChunk(true),
                new ShutdownCompleteChunk(false)),
            parameters().map(ReConfigChunk::new),
            forwardTsns()));
  }

  private Arbitrary<InitFields> inits() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.longs().between(0, 0xffffffffL),
            u16(),
            u16(),
            Arbitraries.integers())
        .as(InitFields::new);
  }

  private Arbitrary<ControlChunk> sacks() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.longs().between(0, 0xffffffffL),
            u16().array(int[].class).ofMaxSize(20).map(a -> Arrays.copyOf(a, a.length & ~1)),
            Arbitraries.integers().array(int[].class).ofMaxSize(10))
        .as(SackChunk::new);
  }

  private Arbitrary<ControlChunk> forwardTsns() {
    Arbitrary<ForwardTsnChunk.Skipped> skipped =
        Combinators.combine(u16(), u16()).as(ForwardTsnChunk.Skipped::new);
    return Combinators.combine(Arbitraries.integers(), skipped.list().ofMaxSize(8))
        .as(ForwardTsnChunk::new);
  }

  private Arbitrary<OpaqueBytes> opaque() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(64).map(OpaqueBytes::of);
  }

  private Arbitrary<List<Parameter>> parameters() {
    Arbitrary<Integer> number = Arbitraries.integers();
    Arbitrary<List<Integer>> streams = u16().list().ofMaxSize(9);
    return Arbitraries.oneOf(
            List.<Arbitrary<? extends Parameter>>of(
                opaque().map(StateCookie::new),
                opaque().map(HeartbeatInfo::new),
                Arbitraries.longs().between(0, 0xffffffffL).map(CookiePreservative::new),
                opaque().map(bytes -> new AddressParameter(ParameterType.IPV4_ADDRESS, bytes)),
                opaque().map(b -> new UnrecognizedParameter(new UnknownParameter(0xc006, b))),
                Arbitraries.integers()
                    .between(0, 255)
                    .list()
                    .ofMaxSize(7)
                    .map(SupportedExtensions::new),
                Arbitraries.just(new ForwardTsnSupported()),
                Combinators.combine(number, number, number, streams)
                    .as(OutgoingSsnResetRequest::new),
                Combinators.combine(number, streams).as(IncomingSsnResetRequest::new),
                number.map(SsnTsnResetRequest::new),
                Combinators.combine(number, number).as(ReConfigResponse::new),
                Combinators.combine(number, u16()).as(AddOutgoingStreamsRequest::new),
                Combinators.combine(number, u16()).as(AddIncomingStreamsRequest::new),
                opaque().map(bytes -> new UnknownParameter(0x8abc, bytes))))
        .list()
        .ofMaxSize(4);
  }

  private Arbitrary<List<ErrorCause>> causes() {
    return Arbitraries.oneOf(
            List.<Arbitrary<? extends ErrorCause>>of(
                u16().map(InvalidStreamIdentifier::new),
                u16().list().ofMaxSize(5).map(MissingMandatoryParameter::new),
                Arbitraries.longs().between(0, 0xffffffffL).map(StaleCookie::new),
                Arbitraries.just(new OutOfResource()),
                opaque().map(UnresolvableAddress::new),
                opaque().map(UnrecognizedChunkType::new),
                Arbitraries.just(new InvalidMandatoryParameter()),
                opaque()
                    .map(b -> new UnrecognizedParameters(List.of(new UnknownParameter(9999, b)))),
                Arbitraries.integers().map(NoUserData::new),
                Arbitraries.just(new CookieReceivedWhileShuttingDown()),
                opaque().map(RestartWithNewAddresses::new),
                Arbitraries.strings().ofMaxLength(9).alpha().map(UserInitiatedAbort::new),
                Arbitraries.strings().ofMaxLength(9).alpha().map(ProtocolViolation::new),
                opaque().map(bytes -> new UnknownCause(77, bytes))))
        .list()
        .ofMaxSize(3);
  }
}
