package io.webrtc4j.sctp;

import io.webrtc4j.sctp.association.Association;
import io.webrtc4j.sctp.association.AssociationState;
import io.webrtc4j.sctp.datachannel.ChannelType;
import io.webrtc4j.sctp.datachannel.ChannelType.Reliability;
import io.webrtc4j.sctp.datachannel.DataChannelAck;
import io.webrtc4j.sctp.datachannel.DataChannelOpen;
import io.webrtc4j.sctp.datachannel.DcepMessage;
import io.webrtc4j.sctp.datachannel.Ppid;
import io.webrtc4j.sctp.datachannel.StreamIds;
import io.webrtc4j.sctp.tx.OutboundMessage;
import io.webrtc4j.sctp.tx.SendLimits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** How channels come to be: by us, by agreement outside, or by the peer (RFC 8832 §6). */
final class ChannelOpening {
  private static final int MAX_STRING_BYTES = 0xffff;

  /** The W3C's maxRetransmits and maxPacketLifeTime have 16 bits. */
  private static final int MAX_RELIABILITY = 0xffff;

  private final DataChannelConfig config;
  private final Association association;
  private final ChannelTable channels;
  private final EventQueue events;

  ChannelOpening(
      DataChannelConfig config, Association association, ChannelTable channels, EventQueue events) {
    this.config = config;
    this.association = association;
    this.channels = channels;
    this.events = events;
  }

  /** Opens a channel of ours. */
  Channel open(DataChannelParameters parameters, long now) {
    check(parameters);
    if (channels.size() >= config.maxChannels()) {
      throw new IllegalStateException(
          "there are " + channels.size() + " channels already; close one, or raise maxChannels");
    }
    Channel channel = channels.add(takeStream(parameters), parameters);
    if (parameters.negotiated()) {
      channel.acknowledged = true;
    } else {
      sendDcep(channel.streamId(), toOpen(parameters), now);
    }
    if (association.state() instanceof AssociationState.Established) {
      opened(channel);
    }
    return channel;
  }

  /**
   * There is an association: channels that wait for it open, as browsers' do, without waiting for
   * DATA_CHANNEL_ACK; RFC 8832 §6 allows data right behind DATA_CHANNEL_OPEN.
   */
  void associationEstablished(ChannelClosing closing) {
    for (Channel channel : channels.all()) {
      if (channel.state == Channel.State.CONNECTING) {
        if (channel.streamId() < association.streams()) {
          opened(channel);
        } else {
          closing.forget(
              channel,
              "the peer grants " + association.streams() + " streams, not " + channel.streamId());
        }
      }
    }
  }

  private void opened(Channel channel) {
    channel.state = Channel.State.OPEN;
    events.add(new DataChannelEvent.ChannelOpened(channel.handle()));
  }

  /** Takes the peer's DATA_CHANNEL_OPEN; what is wrong with it, or null. */
  @Nullable String offered(int streamId, DataChannelOpen open, long now) {
    StreamIds streamIds = channels.streamIds();
    if (!streamIds.isChosenByPeer(streamId)) {
      return "DATA_CHANNEL_OPEN on a stream whose parity is ours";
    }
    if (streamIds.isTaken(streamId) || streamId > StreamIds.MAX_ID) {
      return "DATA_CHANNEL_OPEN on a stream in use";
    }
    if (channels.size() >= config.maxChannels()) {
      return "DATA_CHANNEL_OPEN for more than " + config.maxChannels() + " channels";
    }
    streamIds.take(streamId);
    DataChannelParameters parameters = toParameters(open, streamId);
    Channel channel = channels.add(streamId, parameters);
    channel.acknowledged = true;
    channel.state = Channel.State.OPEN;
    events.add(new DataChannelEvent.ChannelOffered(channel.handle(), parameters, streamId));
    sendDcep(streamId, new DataChannelAck(), now);
    return null;
  }

  private void sendDcep(int streamId, DcepMessage message, long now) {
    association.send(
        // RFC 8832 §6: ordered and reliable, whatever the channel is.
        new OutboundMessage(
            streamId, Ppid.DCEP, false, message.toByteArray(), false, SendLimits.NONE),
        now);
  }

  private int takeStream(DataChannelParameters parameters) {
    StreamIds streamIds = channels.streamIds();
    int limit = association.streams() == 0 ? config.maxStreams() : association.streams();
    Integer id = parameters.id();
    if (id == null) {
      int free = streamIds.takeFree(limit);
      if (free < 0) {
        throw new IllegalStateException("no stream is free; close a channel first");
      }
      return free;
    }
    require(!streamIds.isTaken(id), "the id " + id + " is in use; choose another one");
    require(id < limit, "the id " + id + " must be below the number of streams, " + limit);
    streamIds.take(id);
    return id;
  }

  private void check(DataChannelParameters parameters) {
    requireLength("label", parameters.label());
    requireLength("protocol", parameters.protocol());
    requireReliability("maxPacketLifeTimeMillis", parameters.maxPacketLifeTimeMillis());
    requireReliability("maxRetransmits", parameters.maxRetransmits());
    require(
        parameters.maxPacketLifeTimeMillis() == null || parameters.maxRetransmits() == null,
        "give maxPacketLifeTimeMillis or maxRetransmits, not both");
    Integer id = parameters.id();
    require(id != null || !parameters.negotiated(), "a negotiated channel needs an id");
    if (id != null) {
      require(id >= 0 && id <= StreamIds.MAX_ID, "the id must be from 0 to 65534, is " + id);
      require(
          parameters.negotiated() || !channels.streamIds().isChosenByPeer(id),
          "the id " + id + " is the peer's to choose (RFC 8832 §6)");
    }
  }

  private static void requireLength(String what, String value) {
    require(
        value.getBytes(StandardCharsets.UTF_8).length <= MAX_STRING_BYTES,
        what + " must have at most 65535 bytes in UTF-8");
  }

  private static void requireReliability(String what, @Nullable Integer value) {
    require(
        value == null || (value >= 0 && value <= MAX_RELIABILITY),
        what + " must be from 0 to 65535");
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static DataChannelOpen toOpen(DataChannelParameters parameters) {
    Reliability reliability = Reliability.RELIABLE;
    long parameter = 0;
    if (parameters.maxRetransmits() != null) {
      reliability = Reliability.REXMIT;
      parameter = parameters.maxRetransmits();
    } else if (parameters.maxPacketLifeTimeMillis() != null) {
      reliability = Reliability.TIMED;
      parameter = parameters.maxPacketLifeTimeMillis();
    }
    return new DataChannelOpen(
        new ChannelType(!parameters.ordered(), reliability),
        DataChannelOpen.PRIORITY_NORMAL,
        parameter,
        parameters.label(),
        parameters.protocol());
  }

  private static DataChannelParameters toParameters(DataChannelOpen open, int streamId) {
    int parameter = (int) Math.min(open.reliabilityParameter(), MAX_RELIABILITY);
    Reliability reliability = open.type().reliability();
    return new DataChannelParameters(
        open.label(),
        !open.type().unordered(),
        reliability == Reliability.TIMED ? parameter : null,
        reliability == Reliability.REXMIT ? parameter : null,
        open.protocol(),
        false,
        streamId);
  }
}
