package io.webrtc4j.examples.sdp;

import io.webrtc4j.sdp.ExtmapAllowMixedAttribute;
import io.webrtc4j.sdp.FingerprintAttribute;
import io.webrtc4j.sdp.GroupAttribute;
import io.webrtc4j.sdp.IceLiteAttribute;
import io.webrtc4j.sdp.IceOptionsAttribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.Origin;
import io.webrtc4j.sdp.SessionDescription;
import io.webrtc4j.sdp.Setup;
import io.webrtc4j.sdp.SetupAttribute;

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
    text.line("%d media description(s)", session.media().size());
    for (GroupAttribute group : session.attributes(GroupAttribute.class)) {
      String mids = String.join(", ", group.mids());
      text.line(
          group.isBundle() ? "on one transport (BUNDLE): %s" : group.semantics() + " group: %s",
          mids);
    }
    if (session.has(IceLiteAttribute.class)) {
      text.line("ICE lite: only answers checks, and is the controlled side");
    }
    session
        .attribute(IceOptionsAttribute.class)
        .ifPresent(options -> text.line("ICE options: %s", String.join(", ", options.options())));
    session.attributes(FingerprintAttribute.class).forEach(print -> fingerprint(text, print));
    session.attribute(SetupAttribute.class).ifPresent(setup -> setup(text, setup.setup()));
    if (session.has(ExtmapAllowMixedAttribute.class)) {
      text.line("header extensions of one and of two bytes may be mixed in a stream");
    }
  }

  private void origin(Origin origin) {
    String who = origin.username().equals(UNNAMED) ? "an unnamed peer" : origin.username();
    text.heading("Session %s, version %s, by %s", origin.sessionId(), origin.sessionVersion(), who);
  }

  static void fingerprint(Paragraphs text, FingerprintAttribute fingerprint) {
    text.line("DTLS certificate: %s", fingerprint.value());
  }

  static void setup(Paragraphs text, Setup setup) {
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
