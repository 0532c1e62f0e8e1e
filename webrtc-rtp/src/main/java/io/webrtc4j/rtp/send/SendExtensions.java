package io.webrtc4j.rtp.send;

import io.webrtc4j.rtp.ExtensionForm;
import io.webrtc4j.rtp.ExtensionUri;
import io.webrtc4j.rtp.RtpHeader;
import io.webrtc4j.rtp.RtpWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header extensions that a stream's packets have: the section's and the version's names, the
 * transport-wide number and the time of sending, as far as they are agreed on.
 */
final class SendExtensions {
  private static final int TRANSPORT_NUMBER_LENGTH = 2;
  private static final int SEND_TIME_LENGTH = 3;
  // Seconds in 6 bits and 18 of their fraction, out of NTP's 32 and 32.
  private static final int SEND_TIME_SHIFT = 14;

  private final @Nullable Name mid;
  private final @Nullable Name rid;
  private final @Nullable Name repairedRid;
  private final int transportNumber;
  private final int sendTime;
  private final ExtensionForm form;
  private final int maxHeaderLength;

  /** A name under an identifier. */
  @SuppressWarnings("ArrayRecordComponent") // Written, never compared.
  private record Name(int id, byte[] text) {
    static @Nullable Name of(Map<String, Integer> agreed, String uri, @Nullable String text) {
      Integer id = agreed.get(uri);
      if (id == null || text == null || text.isEmpty()) {
        return null;
      }
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      return ExtensionForm.TWO_BYTE.fits(id, bytes.length) ? new Name(id, bytes) : null;
    }
  }

  /**
   * Of one stream.
   *
   * @param agreed the identifiers by URI
   */
  SendExtensions(Map<String, Integer> agreed, String mid, @Nullable String rid) {
    this.mid = Name.of(agreed, ExtensionUri.MID, mid);
    this.rid = Name.of(agreed, ExtensionUri.RID, rid);
    this.repairedRid = Name.of(agreed, ExtensionUri.REPAIRED_RID, rid);
    this.transportNumber = agreed.getOrDefault(ExtensionUri.TRANSPORT_NUMBER, 0);
    this.sendTime = agreed.getOrDefault(ExtensionUri.ABSOLUTE_SEND_TIME, 0);
    this.form = form();
    this.maxHeaderLength = maxHeaderLength();
  }

  /** RFC 8285 §4.1.2: one form for all, and the smaller one if all fit it. */
  private ExtensionForm form() {
    boolean small =
        fitsSmall(mid)
            && fitsSmall(rid)
            && fitsSmall(repairedRid)
            && fitsSmall(transportNumber, TRANSPORT_NUMBER_LENGTH)
            && fitsSmall(sendTime, SEND_TIME_LENGTH);
    return small ? ExtensionForm.ONE_BYTE : ExtensionForm.TWO_BYTE;
  }

  private static boolean fitsSmall(@Nullable Name name) {
    return name == null || fitsSmall(name.id, name.text.length);
  }

  private static boolean fitsSmall(int id, int length) {
    return id == 0 || ExtensionForm.ONE_BYTE.fits(id, length);
  }

  private int maxHeaderLength() {
    int elements =
        length(mid)
            + Math.max(length(rid), length(repairedRid))
            + (transportNumber > 0 ? elementLength(TRANSPORT_NUMBER_LENGTH) : 0)
            + (sendTime > 0 ? elementLength(SEND_TIME_LENGTH) : 0);
    int words = (elements + Integer.BYTES - 1) / Integer.BYTES;
    return RtpHeader.FIXED_LENGTH + (words == 0 ? 0 : Integer.BYTES * (words + 1));
  }

  private int length(@Nullable Name name) {
    return name == null ? 0 : elementLength(name.text.length);
  }

  private int elementLength(int valueLength) {
    return valueLength + (form == ExtensionForm.ONE_BYTE ? 1 : 2);
  }

  /** What a packet's header takes at most. */
  int maxLength() {
    return maxHeaderLength;
  }

  /** Whether packets have transport-wide numbers. */
  boolean hasTransportNumber() {
    return transportNumber > 0;
  }

  /**
   * Writes what goes with one packet.
   *
   * @param names whether the peer needs to be told whose packet it is
   * @param number the transport-wide number
   * @param ntp the time of sending
   */
  void write(RtpWriter writer, boolean names, boolean isRetransmission, int number, long ntp) {
    Name version = isRetransmission ? repairedRid : rid;
    boolean hasNames = names && (mid != null || version != null);
    if (!hasNames && transportNumber == 0 && sendTime == 0) {
      return;
    }
    writer.extensions(form);
    if (names) {
      write(writer, mid);
      write(writer, version);
    }
    if (sendTime > 0) {
      writer.extension(sendTime, ntp >>> SEND_TIME_SHIFT, SEND_TIME_LENGTH);
    }
    if (transportNumber > 0) {
      writer.extension(transportNumber, number, TRANSPORT_NUMBER_LENGTH);
    }
  }

  private static void write(RtpWriter writer, @Nullable Name name) {
    if (name != null) {
      writer.extension(name.id, name.text, 0, name.text.length);
    }
  }
}
