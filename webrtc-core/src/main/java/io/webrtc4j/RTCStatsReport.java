package io.webrtc4j;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code getStats} gives (W3C WebRTC §8.4): the statistics of a connection's objects at one
 * moment, by their ids. An unmodifiable map with an order, in which objects of a kind stand
 * together.
 */
public final class RTCStatsReport extends AbstractMap<String, RTCStats> {
  private final Map<String, RTCStats> objects;

  RTCStatsReport(Collection<? extends RTCStats> objects) {
    Map<String, RTCStats> byId = new LinkedHashMap<>();
    objects.forEach(each -> byId.put(each.id(), each));
    this.objects = Collections.unmodifiableMap(byId);
  }

  @Override
  public Set<Map.Entry<String, RTCStats>> entrySet() {
    return objects.entrySet();
  }

  @Override
  public @Nullable RTCStats get(@Nullable Object id) {
    return objects.get(id);
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return objects.containsKey(id);
  }

  /** The objects of one kind, such as {@code RTCTransportStats.class}. Beyond the W3C. */
  public <T extends RTCStats> List<T> ofType(Class<T> type) {
    return values().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /**
   * The objects as a JSON array, as a browser's {@code JSON.stringify([...report.values()])} writes
   * them: members have the W3C's names, and those that are null are left out. Beyond the W3C.
   */
  public String toJson() {
    return StatsJson.of(values());
  }
}
