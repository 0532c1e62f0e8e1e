package io.webrtc4j.sdp;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The attributes that this library knows: one record and one line here each. A flag with a value is
 * not the flag that is known, and is kept as unknown.
 */
final class KnownAttributes {
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          entry(GroupAttribute.NAME, fatal(GroupAttribute::parse)),
          entry(MidAttribute.NAME, fatal(MidAttribute::parse)),
          entry(IceUfragAttribute.NAME, fatal(IceUfragAttribute::parse)),
          entry(IcePwdAttribute.NAME, fatal(IcePwdAttribute::parse)),
          entry(IceOptionsAttribute.NAME, fatal(IceOptionsAttribute::parse)),
          entry(IceLiteAttribute.NAME, flag(new IceLiteAttribute())),
          entry(CandidateAttribute.NAME, ignored(CandidateAttribute::parse)),
          entry(EndOfCandidatesAttribute.NAME, flag(new EndOfCandidatesAttribute())),
          entry(FingerprintAttribute.NAME, fatal(FingerprintAttribute::parse)),
          entry(SetupAttribute.NAME, fatal(SetupAttribute::parse)),
          entry(TlsIdAttribute.NAME, fatal(TlsIdAttribute::parse)),
          entry(SctpPortAttribute.NAME, fatal(SctpPortAttribute::parse)),
          entry(SctpmapAttribute.NAME, ignored(SctpmapAttribute::parse)),
          entry(SctpInitAttribute.NAME, ignored(SctpInitAttribute::parse)),
          entry(MaxMessageSizeAttribute.NAME, fatal(MaxMessageSizeAttribute::parse)),
          entry(MsidSemanticAttribute.NAME, ignored(MsidSemanticAttribute::parse)),
          entry(ExtmapAllowMixedAttribute.NAME, flag(new ExtmapAllowMixedAttribute())),
          entry(RtcpMuxAttribute.NAME, flag(new RtcpMuxAttribute())),
          entry(RtcpRsizeAttribute.NAME, flag(new RtcpRsizeAttribute())),
          entry(RtcpAttribute.NAME, ignored(RtcpAttribute::parse)),
          entry(RtcpFbAttribute.NAME, ignored(RtcpFbAttribute::parse)),
          entry(RtcpXrAttribute.NAME, ignored(RtcpXrAttribute::parse)),
          entry(RtpmapAttribute.NAME, fatal(RtpmapAttribute::parse)),
          entry(FmtpAttribute.NAME, ignored(FmtpAttribute::parse)),
          entry(PtimeAttribute.NAME, ignored(PtimeAttribute::parse)),
          entry(MaxptimeAttribute.NAME, ignored(MaxptimeAttribute::parse)),
          entry(ExtmapAttribute.NAME, fatal(ExtmapAttribute::parse)),
          entry(CryptexAttribute.NAME, flag(new CryptexAttribute())),
          entry(SsrcAttribute.NAME, ignored(SsrcAttribute::parse)),
          entry(SsrcGroupAttribute.NAME, ignored(SsrcGroupAttribute::parse)),
          entry(MsidAttribute.NAME, fatal(MsidAttribute::parse)),
          entry(RidAttribute.NAME, ignored(RidAttribute::parse)),
          entry(SimulcastAttribute.NAME, ignored(SimulcastAttribute::parse)),
          entry(BundleOnlyAttribute.NAME, flag(new BundleOnlyAttribute())),
          entry("sendrecv", flag(new DirectionAttribute(Direction.SENDRECV))),
          entry("sendonly", flag(new DirectionAttribute(Direction.SENDONLY))),
          entry("recvonly", flag(new DirectionAttribute(Direction.RECVONLY))),
          entry("inactive", flag(new DirectionAttribute(Direction.INACTIVE))));

  private KnownAttributes() {}

  /** The attribute in {@code text}, which begins at {@code column} behind the {@code a=}. */
  static Attribute parse(int line, int column, String text) throws SdpParseException {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    if (name.isEmpty()) {
      throw new SdpParseException(line, column, "the attribute has no name");
    }
    String value = colon < 0 ? null : text.substring(colon + 1);
    UnknownAttribute asItStands = new UnknownAttribute(name, value);
    Form form = FORMS.get(name);
    if (form == null) {
      return asItStands;
    }
    int valueColumn = column + name.length() + (colon < 0 ? 0 : 1);
    return form.parse(asItStands, new FieldReader(line, valueColumn, value == null ? "" : value));
  }

  private static Form flag(Attribute flag) {
    return (asItStands, fields) -> asItStands.value() == null ? flag : asItStands;
  }

  /** An attribute without which, or with a wrong one, the session cannot be. */
  private static Form fatal(ValueParser parser) {
    return (asItStands, fields) -> {
      if (asItStands.value() == null) {
        throw fields.error("a colon and a value are missing");
      }
      return parser.parse(fields);
    };
  }

  /** An attribute that its specification wants ignored if it is malformed. */
  private static Form ignored(ValueParser parser) {
    return (asItStands, fields) -> {
      try {
        return parser.parse(fields);
      } catch (SdpParseException malformed) {
        return asItStands;
      }
    };
  }

  @FunctionalInterface
  private interface ValueParser {
    Attribute parse(FieldReader fields) throws SdpParseException;
  }

  /** Makes an attribute of its value, which is empty if there is none. */
  @FunctionalInterface
  private interface Form {
    Attribute parse(UnknownAttribute asItStands, FieldReader fields) throws SdpParseException;
  }
}
