package io.webrtc4j;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of a dictionary by their names, as a script has them. Dictionaries of statistics have
 * up to seventy members, of which a few are known: whoever makes one names those, and the others
 * are null.
 */
final class StatsMembers {
  private final Map<String, Object> values = new HashMap<>();

  /** The members that all have. */
  StatsMembers(String id, double timestamp) {
    with("id", id);
    with("timestamp", timestamp);
  }

  /** Gives a member a value, or with null none. */
  StatsMembers with(String member, @Nullable Object value) {
    if (value == null) {
      values.remove(member);
    } else {
      values.put(member, value);
    }
    return this;
  }

  /**
   * The dictionary.
   *
   * @throws IllegalArgumentException if a member is of another type, a required one is missing, or
   *     the dictionary has no such member
   */
  <T extends Record & RTCStats> T as(Class<T> type) {
    RecordComponent[] components = type.getRecordComponents();
    Map<String, Object> left = new HashMap<>(values);
    Object[] arguments =
        Arrays.stream(components).map(each -> left.remove(each.getName())).toArray();
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no " + left.keySet());
    }
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(type.getSimpleName() + " of " + values, e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records have a canonical constructor", e);
    }
  }

  /** The members that have a value, in the order of the specification, the general ones first. */
  static Map<String, Object> of(RTCStats stats) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("id", stats.id());
    members.put("timestamp", stats.timestamp());
    members.put("type", stats.type());
    for (RecordComponent each : stats.getClass().getRecordComponents()) {
      Object value = value(each, stats);
      if (value != null) {
        members.put(each.getName(), value);
      }
    }
    return members;
  }

  private static @Nullable Object value(RecordComponent component, RTCStats stats) {
    try {
      return component.getAccessor().invoke(stats);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("accessors of public records return", e);
    }
  }
}
