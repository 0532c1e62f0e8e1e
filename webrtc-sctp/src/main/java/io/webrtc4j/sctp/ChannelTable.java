package io.webrtc4j.sctp;

import io.webrtc4j.sctp.datachannel.StreamIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The channels that exist, by handle and by stream. */
final class ChannelTable {
  private final Map<Integer, Channel> byHandle = new LinkedHashMap<>();
  private final Map<Integer, Channel> byStream = new HashMap<>();
  private final StreamIds streamIds;
  private int lastHandle;

  ChannelTable(StreamIds streamIds) {
    this.streamIds = streamIds;
  }

  StreamIds streamIds() {
    return streamIds;
  }

  /** Adds a channel on a stream whose identifier is taken. */
  Channel add(int streamId, DataChannelParameters parameters) {
    Channel channel = new Channel(++lastHandle, streamId, parameters);
    byHandle.put(channel.handle(), channel);
    byStream.put(streamId, channel);
    return channel;
  }

  /** Forgets a channel; its stream's identifier remains taken. */
  void remove(Channel channel) {
    byHandle.remove(channel.handle());
    byStream.remove(channel.streamId(), channel);
  }

  @Nullable Channel withHandle(int handle) {
    return byHandle.get(handle);
  }

  @Nullable Channel onStream(int streamId) {
    return byStream.get(streamId);
  }

  /** A copy of all, in the order in which they were made. */
  List<Channel> all() {
    return new ArrayList<>(byHandle.values());
  }

  int size() {
    return byHandle.size();
  }
}
