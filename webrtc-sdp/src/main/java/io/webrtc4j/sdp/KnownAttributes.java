package io.webrtc4j.sdp;

import static java.util.Map.entry;

import java.util.Map;

/**
 * The attributes that this library knows: one record and one line here each. What is malformed and
 * to be ignored is kept as unknown, and so is a flag with a value.
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
          entry(TlsIdAttribute.NAME, ignored(TlsIdAttribute::parse)),
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
          entry(SimulcastAttribute.NAME, fatal(SimulcastAttribute::parse)),
          entry(BundleOnlyAttribute.NAME, flag(new BundleOnlyAttribute())),
          entry("sendrecv", flag(new DirectionAttribute(Direction.SENDRECV))),
          entry("sendonly", flag(new DirectionAttribute(Direction.SENDONLY))),
          entry("recvonly", flag(new DirectionAttribute(Direction.RECVONLY))),
          entry("inactive", flag(new DirectionAttribute(Direction.INACTIVE))));

  private KnownAttributes() {}

  /** The attribute in {@code text}, whose name begins at {@code start} behind the {@code a=}. */
  static Attribute parse(int line, String text, int start) throws SdpParseException {
    if (start == text.length()) {
      throw new SdpParseException(line, start + 1, "the attribute has no name");
    }
    int colon = text.indexOf(':', start);
    boolean hasValue = colon >= 0;
    String name = text.substring(start, hasValue ? colon : text.length());
    Form form = FORMS.get(name);
    if (form == null) {
      return unknown(name, text, colon);
    }
    FieldReader fields = new FieldReader(line, text, hasValue ? colon + 1 : text.length());
    try {
      return form.parse(hasValue, fields);
    } catch (SdpParseException malformed) {
      if (fields.ignoresErrors()) {
        return unknown(name, text, colon);
      }
      throw malformed;
    }
  }

  private static UnknownAttribute unknown(String name, String text, int colon) {
    return new UnknownAttribute(name, colon < 0 ? null : text.substring(colon + 1));
  }

  private static Form flag(Attribute flag) {
    return (hasValue, fields) -> {
      if (hasValue) {
        fields.ignoreErrors();
        throw fields.error("no value is expected");
      }
      return flag;
    };
  }

  /** An attribute without which, or with a wrong one, the session cannot be. */
  private static Form fatal(ValueParser parser) {
    return (hasValue, fields) -> {
      if (!hasValue) {
        throw fields.error("a colon and a value are missing");
      }
      return parser.parse(fields);
    };
  }

  /** An attribute that is ignored if it is malformed: its specification or browsers have it so. */
  private static Form ignored(ValueParser parser) {
    return (hasValue, fields) -> {
      fields.ignoreErrors();
      return parser.parse(fields);
    };
  }

  @FunctionalInterface
  private interface ValueParser {
    Attribute parse(FieldReader fields) throws SdpParseException;
  }

  /** Makes an attribute of its value; the fields are empty if it has none. */
  @FunctionalInterface
  private interface Form {
    Attribute parse(boolean hasValue, FieldReader fields) throws SdpParseException;
  }
}
