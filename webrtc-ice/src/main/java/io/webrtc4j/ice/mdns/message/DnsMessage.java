package io.webrtc4j.ice.mdns.message;

import io.webrtc4j.common.ByteReader;
import io.webrtc4j.common.ByteWriter;
import io.webrtc4j.common.DecodeException;
import io.webrtc4j.common.PacketBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A DNS message (RFC 1035 §4.1, RFC 6762 §18).
 *
 * @param id 0, or what a legacy query has and its answer repeats
 * @param flags the second 16 bits
 * @param questions what is asked
 * @param answers what is told, or in a query what is known already
 * @param authorities what a probing host is going to claim
 * @param additionals what is told besides
 */
public record DnsMessage(
    int id,
    int flags,
    List<DnsQuestion> questions,
    List<DnsRecord> answers,
    List<DnsRecord> authorities,
    List<DnsRecord> additionals) {
  /** A query's flags. */
  public static final int QUERY = 0;

  /** A response's flags: RFC 6762 §18.4 wants it authoritative. */
  public static final int RESPONSE = 0x8400;

  private static final int RESPONSE_BIT = 0x8000;
  private static final int OPCODE_AND_RCODE = 0x780f;

  /** A message of an Ethernet's size has room for no more that are of use. */
  private static final int MAX_ENTRIES = 256;

  /** Copies the sections. */
  public DnsMessage {
    questions = List.copyOf(questions);
    answers = List.copyOf(answers);
    authorities = List.copyOf(authorities);
    additionals = List.copyOf(additionals);
  }

  /** A query (RFC 6762 §18). */
  public static DnsMessage query(List<DnsQuestion> questions) {
    return new DnsMessage(0, QUERY, questions, List.of(), List.of(), List.of());
  }

  /** A response (RFC 6762 §18). */
  public static DnsMessage response(List<DnsRecord> answers, List<DnsRecord> additionals) {
    return new DnsMessage(0, RESPONSE, List.of(), answers, List.of(), additionals);
  }

  /**
   * Parses a message; what follows it in {@code packet} is ignored.
   *
   * @throws DecodeException if it is malformed or has more than 256 questions and records
   */
  public static DnsMessage parse(PacketBuffer packet) throws DecodeException {
    ByteReader reader = new ByteReader(packet);
    int id = reader.u16();
    int flags = reader.u16();
    int[] counts = {reader.u16(), reader.u16(), reader.u16(), reader.u16()};
    if (counts[0] + counts[1] + counts[2] + counts[3] > MAX_ENTRIES) {
      throw new DecodeException("more than " + MAX_ENTRIES + " questions and records");
    }
    List<DnsQuestion> questions = new ArrayList<>();
    for (int i = 0; i < counts[0]; i++) {
      questions.add(DnsQuestion.parse(reader, packet.start()));
    }
    return new DnsMessage(
        id,
        flags,
        questions,
        records(reader, counts[1], packet.start()),
        records(reader, counts[2], packet.start()),
        records(reader, counts[3], packet.start()));
  }

  /** Appends the message to {@code packet}. */
  public void write(PacketBuffer packet) {
    ByteWriter fields = ByteWriter.into(packet);
    MessageWriter writer = new MessageWriter(fields);
    fields.u16(id).u16(flags).u16(questions.size());
    fields.u16(answers.size()).u16(authorities.size()).u16(additionals.size());
    questions.forEach(question -> question.write(writer));
    answers.forEach(answer -> answer.write(writer));
    authorities.forEach(authority -> authority.write(writer));
    additionals.forEach(additional -> additional.write(writer));
  }

  /** Whether it answers; otherwise it asks. */
  public boolean isResponse() {
    return (flags & RESPONSE_BIT) != 0;
  }

  /** RFC 6762 §18.3 and §18.11: messages with another operation or an error are ignored. */
  public boolean isOrdinary() {
    return (flags & OPCODE_AND_RCODE) == 0;
  }

  private static List<DnsRecord> records(ByteReader reader, int count, int origin)
      throws DecodeException {
    List<DnsRecord> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(RecordHeader.parseRecord(reader, origin));
    }
    return records;
  }
}
