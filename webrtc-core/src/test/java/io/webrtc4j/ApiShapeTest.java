package io.webrtc4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The public face has what the W3C's interfaces have, by the mapping that the README describes: the
 * table {@code w3c-api.txt} against the classes. What is left out is left out by name, here.
 */
class ApiShapeTest {
  /** What the table has and the classes don't, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "RTCDataChannel binaryType", "binary messages are byte arrays always",
          "RTCIceCandidate new()", "it always fails: a candidate names its section");

  // Not in the table: the legacy interface extensions (§4.4.3), which are optional; the
  // constructors of events with their …EventInit, since the connection makes events; send() of a
  // Blob or a view, which Java does not have.

  /** The Java types that stand for the Web IDL's, and those for what may be null. */
  private static final Map<String, List<Class<?>>> TYPES =
      Map.ofEntries(
          Map.entry("DOMString", List.of(String.class, String.class)),
          Map.entry("USVString", List.of(String.class, String.class)),
          Map.entry("boolean", List.of(boolean.class, Boolean.class)),
          Map.entry("octet", List.of(int.class, Integer.class)),
          Map.entry("short", List.of(int.class, Integer.class)),
          Map.entry("int", List.of(int.class, Integer.class)),
          Map.entry("long", List.of(long.class, Long.class)),
          Map.entry("double", List.of(double.class, Double.class)),
          Map.entry("undefined", List.of(void.class, Void.class)),
          Map.entry("ArrayBuffer", List.of(byte[].class, byte[].class)),
          Map.entry("EpochTimeStamp", List.of(java.time.Instant.class, java.time.Instant.class)),
          Map.entry(
              "AlgorithmIdentifier", List.of(RTCKeygenAlgorithm.class, RTCKeygenAlgorithm.class)));

  @TestFactory
  Stream<DynamicTest> eachTypeHasWhatTheSpecificationSays() {
    return sections().stream()
        .map(section -> DynamicTest.dynamicTest(section.get(0), () -> check(section)));
  }

  @Test
  void whatIsLeftOutIsInTheTable() {
    Set<String> names = new TreeSet<>();
    for (List<String> section : sections()) {
      String type = word(section.get(0), 1);
      section.stream()
          .skip(1)
          .map(line -> line.startsWith("new") ? "new()" : name(line))
          .forEach(name -> names.add(type + " " + name));
    }
    assertThat(names).containsAll(LEFT_OUT.keySet());
  }

  /** So that a type which the specification has, and the library too, is not forgotten here. */
  @Test
  void eachPublicTypeWithAnRtcNameIsInTheTable() {
    Set<String> known = new TreeSet<>();
    sections().forEach(section -> known.add(word(section.get(0), 1)));
    known.add("RTCException"); // DOMException
    known.add("RTCKeygenAlgorithm"); // AlgorithmIdentifier
    for (List<String> section : sections()) {
      for (Method method : type(word(section.get(0), 1)).getMethods()) {
        Class<?> returned = method.getReturnType();
        if (returned.getSimpleName().startsWith("RTC") && !returned.isArray()) {
          assertThat(known).contains(returned.getSimpleName());
        }
      }
    }
  }

  private static void check(List<String> section) {
    String head = section.get(0);
    Class<?> type = type(word(head, 1));
    assertThat(type).isPublic();
    if (head.startsWith("enum ")) {
      checkValues(type, List.of(head.split(" ", -1)).subList(2, head.split(" ", -1).length));
    }
    for (String line : section.subList(1, section.size())) {
      switch (word(line, 0)) {
        case "attribute", "member" -> checkAttribute(type, line);
        case "settable" -> {
          checkAttribute(type, line);
          checkSetter(type, line);
        }
        case "event" -> checkEvent(type, word(line, 2), word(line, 3));
        case "method", "static" -> checkMethod(type, line);
        case "inherits" -> assertThat(type(word(line, 1))).isAssignableFrom(type);
        case "maplike" -> checkMap(type, line);
        default -> checkConstructor(type, line);
      }
    }
  }

  private static void checkValues(Class<?> type, List<String> values) {
    assertThat(type).matches(Class::isEnum, "is an enumeration");
    assertThat(Arrays.stream(type.getEnumConstants()).map(Object::toString))
        .containsExactlyInAnyOrderElementsOf(values);
    for (Object constant : type.getEnumConstants()) {
      assertThat(((Enum<?>) constant).name())
          .isEqualTo(constant.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  private static void checkAttribute(Class<?> type, String line) {
    String name = word(line, 1);
    if (LEFT_OUT.containsKey(type.getSimpleName() + " " + name)) {
      return;
    }
    Method getter = method(type, name, List.of());
    expect(getter.getAnnotatedReturnType(), word(line, 2), getter);
    if (line.contains(" =")) {
      String wanted = line.substring(line.indexOf(" =") + 2).strip();
      assertThat(String.valueOf(call(getter, defaults(type)))).isEqualTo(wanted);
    }
  }

  private static Object defaults(Class<?> type) {
    return Objects.requireNonNull(call(method(type, "defaults", List.of()), null));
  }

  private static void checkSetter(Class<?> type, String line) {
    String name = word(line, 1);
    if (!LEFT_OUT.containsKey(type.getSimpleName() + " " + name)) {
      String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      Method found = method(type, setter, List.of(word(line, 2)));
      expect(found.getAnnotatedReturnType(), "undefined", found);
    }
  }

  private static void checkEvent(Class<?> type, String handler, String event) {
    Method found =
        Arrays.stream(type.getMethods())
            .filter(each -> each.getName().equals(handler))
            .findFirst()
            .orElseThrow(() -> new AssertionError(type + " has no " + handler));
    assertThat(found.getReturnType()).isEqualTo(ListenerRegistration.class);
    assertThat(found.getParameterTypes()).containsExactly(Consumer.class);
    Type listener = found.getGenericParameterTypes()[0];
    assertThat(((ParameterizedType) listener).getActualTypeArguments())
        .containsExactly(type(event));
  }

  private static void checkMethod(Class<?> type, String line) {
    String name = name(line);
    if (LEFT_OUT.containsKey(type.getSimpleName() + " " + name)) {
      return;
    }
    String returned = line.substring(line.lastIndexOf(' ') + 1);
    for (List<String> parameters : overloads(line)) {
      Method found = method(type, name, parameters);
      assertThat(Modifier.isStatic(found.getModifiers())).isEqualTo(line.startsWith("static"));
      expect(found.getAnnotatedReturnType(), returned, found);
    }
  }

  private static void checkMap(Class<?> type, String line) {
    Type map = type.getGenericSuperclass();
    assertThat(type).isAssignableTo(Map.class);
    assertThat(((ParameterizedType) map).getActualTypeArguments())
        .satisfiesExactly(
            key -> assertThat(matches(key, word(line, 1))).isTrue(),
            value -> assertThat(matches(value, word(line, 2))).isTrue());
  }

  private static void checkConstructor(Class<?> type, String line) {
    for (List<String> parameters : overloads(line)) {
      String name = type.getSimpleName() + " new(" + String.join(", ", parameters) + ")";
      assertThat(
              LEFT_OUT.containsKey(name)
                  || Arrays.stream(type.getConstructors())
                      .anyMatch(each -> takes(each, parameters)))
          .as(name)
          .isTrue();
    }
  }

  /** The parameters without those that may be left out, then with one more, and so on. */
  private static List<List<String>> overloads(String line) {
    String inside = line.substring(line.indexOf('(') + 1, line.lastIndexOf(')'));
    List<String> all = inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
    List<List<String>> overloads = new ArrayList<>();
    for (int count = 0; count <= all.size(); count++) {
      if (all.stream().skip(count).allMatch(each -> each.startsWith("["))) {
        overloads.add(
            all.stream().limit(count).map(each -> each.replaceAll("[\\[\\]]", "")).toList());
      }
    }
    return overloads;
  }

  private static Method method(Class<?> type, String name, List<String> parameters) {
    return Arrays.stream(type.getMethods())
        .filter(each -> each.getName().equals(name) && !each.isBridge())
        .filter(each -> takes(each, parameters))
        .findFirst()
        .orElseThrow(
            () -> new AssertionError(type.getSimpleName() + " has no " + name + parameters));
  }

  private static boolean takes(Executable executable, List<String> parameters) {
    AnnotatedType[] types = executable.getAnnotatedParameterTypes();
    if (types.length != parameters.size()) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      if (!matches(types[i].getType(), parameters.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void expect(AnnotatedType actual, String idl, Executable where) {
    assertThat(matches(actual.getType(), idl))
        .as("%s: %s is %s", where, idl, actual.getType())
        .isTrue();
    assertThat(actual.isAnnotationPresent(Nullable.class))
        .as("%s may be null", where)
        .isEqualTo(idl.endsWith("?"));
  }

  private static boolean matches(Type actual, String idl) {
    if (idl.startsWith("Promise<")) {
      return isOf(actual, CompletableFuture.class, inner(idl));
    } else if (idl.startsWith("sequence<")) {
      return isOf(actual, List.class, inner(idl));
    } else if (idl.endsWith("...")) {
      return actual.equals(type(idl.substring(0, idl.length() - 3)).arrayType());
    }
    boolean nullable = idl.endsWith("?");
    if (idl.startsWith("record<")) {
      return actual instanceof ParameterizedType parameterized
          && parameterized.getRawType().equals(Map.class)
          && parameterized.getActualTypeArguments()[0].equals(String.class)
          && matches(parameterized.getActualTypeArguments()[1], inner(idl) + "?");
    }
    String name = nullable ? idl.substring(0, idl.length() - 1) : idl;
    List<Class<?>> known = TYPES.get(name);
    return actual.equals(known == null ? type(name) : known.get(nullable ? 1 : 0));
  }

  private static boolean isOf(Type actual, Class<?> raw, String inner) {
    return actual instanceof ParameterizedType parameterized
        && parameterized.getRawType().equals(raw)
        && matches(
            parameterized.getActualTypeArguments()[0],
            inner.equals("undefined") ? "undefined?" : inner);
  }

  private static String inner(String idl) {
    return idl.substring(idl.indexOf('<') + 1, idl.lastIndexOf('>'));
  }

  private static @Nullable Object call(Method method, @Nullable Object target) {
    try {
      return method.invoke(target);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new LinkageError(method.toString(), e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName("io.webrtc4j." + name);
    } catch (ClassNotFoundException e) {
      throw new LinkageError("there is no type " + name, e);
    }
  }

  private static String word(String line, int index) {
    return line.split(" ", -1)[index];
  }

  private static String name(String line) {
    String second = word(line, 1);
    int bracket = second.indexOf('(');
    return bracket < 0 ? second : second.substring(0, bracket);
  }

  /** The table's blocks: a head and what it has. */
  private static List<List<String>> sections() {
    List<List<String>> sections = new ArrayList<>();
    for (String line : lines()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith(" ")) {
        sections.add(new ArrayList<>());
      }
      sections.get(sections.size() - 1).add(line.strip());
    }
    return sections;
  }

  private static List<String> lines() {
    try (InputStream in = ApiShapeTest.class.getResourceAsStream("w3c-api.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
