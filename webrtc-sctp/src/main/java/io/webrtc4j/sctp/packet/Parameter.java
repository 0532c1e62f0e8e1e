package io.webrtc4j.sctp.packet;

/** A parameter of INIT, INIT ACK, HEARTBEAT or RE-CONFIG (RFC 9260 §3.2.1). */
public sealed interface Parameter extends Tlv
    permits StateCookie,
        HeartbeatInfo,
        CookiePreservative,
        AddressParameter,
        UnrecognizedParameter,
        SupportedExtensions,
        ForwardTsnSupported,
        OutgoingSsnResetRequest,
        IncomingSsnResetRequest,
        SsnTsnResetRequest,
        ReConfigResponse,
        AddOutgoingStreamsRequest,
        AddIncomingStreamsRequest,
        UnknownParameter {}
