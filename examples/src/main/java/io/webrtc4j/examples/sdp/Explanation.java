package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.Bandwidth;
import io.webrtc4j.sdp.CryptexAttribute;
import io.webrtc4j.sdp.DirectionAttribute;
import io.webrtc4j.sdp.ExtmapAllowMixedAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.IceLiteAttribute;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.IceUfragAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.MsidSemanticAttribute;
import io.webrtc4j.sdp.Origin;
import io.webrtc4j.sdp.Section;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;
import io.webrtc4j.sdp.TlsIdAttribute;
import io.webrtc4j.sdp.UnknownAttribute;
import java.util.List;

/** Says in plain words what a session description means. */
final class Explanation {
  private static final String UNNAMED = "-";

  private final Paragraphs text = new Paragraphs();

  private Explanation() {}

  static String of(SessionDescription session) {
    Explanation explanation = new Explanation();
    explanation.session(session);
    for (int i = 0; i < session.media().size(); i++) {
      MediaDescription media = session.media().get(i);
      new MediaExplanation(explanation.text, media).explain(i + 1, session.media().size());
    }
    return explanation.text.toString();
  }

  private void session(SessionDescription session) {
    session.line(Origin.class).ifPresent(this::origin);
    int count = session.media().size();
    text.line(count == 1 ? "one section of media" : "%d sections of media", count);
    session.bandwidths().forEach(bandwidth -> bandwidth(text, bandwidth));
    for (GroupAttribute group : session.attributes(GroupAttribute.class)) {
      String mids = String.join(", ", group.mids());
      text.line(
          group.isBundle() ? "on one transport (BUNDLE): %s" : group.semantics() + " group: %s",
          mids);
    }
    if (session.has(IceLiteAttribute.class)) {
      text.line("ICE lite: only answers checks, and is the controlled side");
    }
    security(text, session);
    if (session.has(ExtmapAllowMixedAttribute.class)) {
      text.line("header extensions of one and of two bytes may be mixed in a stream");
    }
    session
        .attribute(MsidSemanticAttribute.class)
        .ifPresent(semantic -> text.line("streams of media: %s", streams(semantic)));
    session
        .attribute(DirectionAttribute.class)
        .ifPresent(way -> text.line("where a section does not say otherwise: %s", way.name()));
    unknown(text, session);
  }

  private static String streams(MsidSemanticAttribute semantic) {
    if (semantic.ids().equals(List.of("*"))) {
      return "any";
    }
    return semantic.ids().isEmpty() ? "none" : String.join(", ", semantic.ids());
  }

  /** What is known of ICE and DTLS, at either level. */
  static void security(Paragraphs text, Section section) {
    section
        .attribute(IceUfragAttribute.class)
        .ifPresent(ufrag -> text.line("ICE user name fragment: %s", ufrag.ufrag()));
    section
        .attribute(IceOptionsAttribute.class)
        .ifPresent(options -> text.line("ICE options: %s", String.join(", ", options.options())));
    section
        .attributes(FingerprintAttribute.class)
        .forEach(print -> text.line("DTLS certificate: %s", print.value()));
    section.attribute(SetupAttribute.class).ifPresent(setup -> setup(text, setup.setup()));
    section
        .attribute(TlsIdAttribute.class)
        .ifPresent(id -> text.line("DTLS association: %s", id.tlsId()));
    if (section.has(CryptexAttribute.class)) {
      text.line("header extensions of RTP may come encrypted (cryptex)");
    }
  }

  static void bandwidth(Paragraphs text, Bandwidth bandwidth) {
    String unit =
        switch (bandwidth.bandwidthType()) {
          case "AS", "CT" -> " kbit/s";
          case "TIAS", "RS", "RR" -> " bit/s";
          default -> "";
        };
    text.line("bandwidth: at most %d%s (%s)", bandwidth.value(), unit, bandwidth.bandwidthType());
  }

  static void unknown(Paragraphs text, Section section) {
    for (UnknownAttribute unknown : section.attributes(UnknownAttribute.class)) {
      text.line("not known here: %s", unknown.name());
    }
  }

  private void origin(Origin origin) {
    String who = origin.username().equals(UNNAMED) ? "an unnamed peer" : origin.username();
    text.heading("Session %s, version %s, by %s", origin.sessionId(), origin.sessionVersion(), who);
  }

  private static void setup(Paragraphs text, Setup setup) {
    text.line(
        "DTLS role: %s",
        switch (setup) {
          case ACTPASS -> "client or server, as the answer chooses (actpass)";
          case ACTIVE -> "client (active)";
          case PASSIVE -> "server (passive)";
          default -> "none for now (" + setup + ")";
        });
  }
}
