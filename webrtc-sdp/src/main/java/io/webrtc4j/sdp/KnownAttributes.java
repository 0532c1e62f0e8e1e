package io.webrtc4j.sdp;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** The attribute in {@code text}, which begins at {@code column} behind the {@code a=}. */
  static Attribute parse(int line, int column, String text) throws SdpParseException {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    if (text.isEmpty()) {
      throw new SdpParseException(line, column, "the attribute has no name");
    }
    String value = colon < 0 ? null : text.substring(colon + 1);
    Form form = FORMS.get(name);
    if (form == null) {
      return new UnknownAttribute(name, value);
    }
    int valueColumn = column + name.length() + (colon < 0 ? 0 : 1);
    FieldReader fields = new FieldReader(line, valueColumn, value == null ? "" : value);
    try {
      return form.parse(value, fields);
    } catch (SdpParseException malformed) {
      if (fields.ignoresErrors()) {
        return new UnknownAttribute(name, value);
      }
      throw malformed;
    }
  }

  private static Form flag(Attribute flag) {
    return (value, fields) -> {
      if (value != null) {
        fields.ignoreErrors();
        throw fields.error("no value is expected");
      }
      return flag;
    };
  }

  /** An attribute without which, or with a wrong one, the session cannot be. */
  private static Form fatal(ValueParser parser) {
    return (value, fields) -> {
      if (value == null) {
        throw fields.error("a colon and a value are missing");
      }
      return parser.parse(fields);
    };
  }

  /** An attribute that is ignored if it is malformed: its specification or browsers have it so. */
  private static Form ignored(ValueParser parser) {
    return (value, fields) -> {
      fields.ignoreErrors();
      return parser.parse(fields);
    };
  }

  @FunctionalInterface
  private interface ValueParser {
    Attribute parse(FieldReader fields) throws SdpParseException;
  }

  /** Makes an attribute of its value, which is null if there is none, and empty in the fields. */
  @FunctionalInterface
  private interface Form {
    Attribute parse(@Nullable String value, FieldReader fields) throws SdpParseException;
  }
}
