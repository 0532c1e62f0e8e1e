package io.webrtc4j.sdp;

/**
 * One line of a description: a type of one letter, {@code =}, and a text (RFC 8866 §5). Every line
 * is an immutable value that holds the meaning of its text and writes the text from it.
 */
public sealed interface Line
    permits ProtocolVersion,
        Origin,
        SessionName,
        Information,
        DescriptionUri,
        EmailAddress,
        PhoneNumber,
        ConnectionData,
        Bandwidth,
        Timing,
        RepeatTimes,
        TimeZoneAdjustments,
        EncryptionKey,
        Attribute,
        MediaLine,
        UnknownLine {
  /** The letter in front of the {@code =}. */
  char type();

  /** What stands behind the {@code =}, without the line's ending. */
  String text();
}
