package io.webrtc4j.sctp.packet;

/** Why something was refused: inside ERROR and ABORT (RFC 9260 §3.3.10). */
public sealed interface ErrorCause extends Tlv
    permits InvalidStreamIdentifier,
        MissingMandatoryParameter,
        StaleCookie,
        OutOfResource,
        UnresolvableAddress,
        UnrecognizedChunkType,
        InvalidMandatoryParameter,
        UnrecognizedParameters,
        NoUserData,
        CookieReceivedWhileShuttingDown,
        RestartWithNewAddresses,
        UserInitiatedAbort,
        ProtocolViolation,
        UnknownCause {}
