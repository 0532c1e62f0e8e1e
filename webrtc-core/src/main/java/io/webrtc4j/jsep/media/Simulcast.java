package io.webrtc4j.jsep.media;

import io.webrtc4j.jsep.media.Rids.Version;
import io.webrtc4j.sdp.Attribute;
import io.webrtc4j.sdp.MediaDescription;
import io.webrtc4j.sdp.RidAttribute;
import io.webrtc4j.sdp.SimulcastAttribute;
import io.webrtc4j.sdp.SimulcastAttribute.Stream;
import io.webrtc4j.sdp.SimulcastAttribute.Streams;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The versions of a medium in offers and answers (RFC 8853 §5.3). */
final class Simulcast {
  /** RFC 8851 §5; a line with any other is not to be answered (§6.3). */
  private static final Set<String> KNOWN_RESTRICTIONS =
      Set.of(
          "max-width", "max-height", "max-fps", "max-fs", "max-br", "max-pps", "max-bpp", "depend");

  private Simulcast() {}

  /**
   * Names are written where there are several versions, as browsers do and WebRTC §4.4.1.2 says;
   * RFC 9429 §5.2.1 would name a single one, too.
   */
  static List<Attribute> offer(OfferedMedia media) {
    List<Encoding> sent = named(media);
    List<Stream> send =
        media.direction().sends() && sent.size() > 1
            ? sent.stream().map(Simulcast::stream).toList()
            : List.of();
    Set<String> names = new HashSet<>(send.stream().map(Stream::rid).toList());
    List<Stream> receive =
        media.direction().receives()
            ? media.receiveRids().stream()
                .filter(names::add)
                .map(rid -> new Stream(rid, false))
                .toList()
            : List.of();
    List<RidAttribute> rids = new ArrayList<>();
    send.forEach(stream -> rids.add(RidAttribute.of(stream.rid(), true)));
    receive.forEach(stream -> rids.add(RidAttribute.of(stream.rid(), false)));
    return lines(rids, send, receive);
  }

  /** What the peer offers to send, as far as we take it, and what it asks for and we have. */
  static List<Attribute> answer(OfferedMedia media, MediaDescription offer, List<Format> accepted) {
    List<RidAttribute> rids = new ArrayList<>();
    List<Stream> send = new ArrayList<>();
    if (media.direction().sends()) {
      Map<String, Version> wanted = Rids.simulcast(offer, false);
      named(media).stream()
          .filter(encoding -> wanted.containsKey(encoding.rid()))
          .map(Simulcast::stream)
          .forEach(send::add);
      send.forEach(stream -> rids.add(RidAttribute.of(stream.rid(), true)));
    }
    List<Stream> receive = new ArrayList<>();
    if (media.direction().receives() && media.maxReceiveEncodings() > 1) {
      for (Version version : Rids.simulcast(offer, true).values()) {
        Optional<RidAttribute> line = accepted(version.line(), accepted);
        if (line.isPresent() && receive.size() < media.maxReceiveEncodings()) {
          rids.add(line.get());
          receive.add(new Stream(line.get().id(), false));
        }
      }
    }
    return lines(rids, send, receive);
  }

  /** Whether these lines send several versions, or one by name. */
  static boolean isSent(List<Attribute> lines) {
    return lines.stream()
        .anyMatch(
            line ->
                line instanceof SimulcastAttribute simulcast
                    && simulcast.directions().stream().anyMatch(Streams::send));
  }

  /** What is left of what we would send, once the peer answered or we did. */
  static List<Encoding> toSend(MediaDescription local, MediaDescription remote) {
    List<Encoding> ours = Rids.encodings(local, true);
    if (ours.isEmpty()) {
      return List.of(Encoding.UNNAMED);
    }
    Map<String, Version> wanted = Rids.simulcast(remote, false);
    List<Encoding> agreed =
        ours.stream().flatMap(encoding -> agreed(encoding, wanted).stream()).toList();
    // WebRTC §4.4.1.5: of all versions the first, if the peer wants none by name.
    return agreed.isEmpty() ? ours.subList(0, 1) : agreed;
  }

  /** What the peer sends of what we take. */
  static List<Encoding> toReceive(MediaDescription local, MediaDescription remote) {
    Map<String, Version> taken = Rids.simulcast(local, false);
    return Rids.encodings(remote, true).stream()
        .filter(encoding -> taken.containsKey(encoding.rid()))
        .toList();
  }

  private static Optional<Encoding> agreed(Encoding encoding, Map<String, Version> wanted) {
    return Optional.ofNullable(wanted.get(encoding.rid()))
        .map(version -> new Encoding(encoding.rid(), encoding.active() && !version.paused()));
  }

  private static List<Encoding> named(OfferedMedia media) {
    return media.sent() == null
        ? List.of()
        : media.sent().encodings().stream().filter(encoding -> encoding.rid() != null).toList();
  }

  private static Stream stream(Encoding encoding) {
    return new Stream(String.valueOf(encoding.rid()), !encoding.active());
  }

  /** The line that answers an offered one: the same restrictions, of payload types ours. */
  private static Optional<RidAttribute> accepted(RidAttribute offered, List<Format> accepted) {
    boolean known =
        offered.restrictions().stream()
            .allMatch(restriction -> KNOWN_RESTRICTIONS.contains(restriction.name()));
    List<String> numbers = FormatLines.numbers(accepted);
    List<String> types = offered.payloadTypes().stream().filter(numbers::contains).toList();
    if (!known || (types.isEmpty() && !offered.payloadTypes().isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(new RidAttribute(offered.id(), false, types, offered.restrictions()));
  }

  private static List<Attribute> lines(
      List<RidAttribute> rids, List<Stream> send, List<Stream> receive) {
    List<Streams> directions = new ArrayList<>();
    if (!send.isEmpty()) {
      directions.add(streams(true, send));
    }
    if (!receive.isEmpty()) {
      directions.add(streams(false, receive));
    }
    List<Attribute> lines = new ArrayList<>(rids);
    if (!directions.isEmpty()) {
      lines.add(new SimulcastAttribute(directions));
    }
    return lines;
  }

  private static Streams streams(boolean send, List<Stream> streams) {
    return new Streams(send, streams.stream().map(List::of).toList());
  }
}
