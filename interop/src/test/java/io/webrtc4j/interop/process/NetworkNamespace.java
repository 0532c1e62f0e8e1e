package io.webrtc4j.interop.process;

import io.webrtc4j.testkit.process.ChildProcess;
import io.webrtc4j.testkit.process.Programs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network of its own for a Java program and all that it starts: loopback and one Ethernet
 * interface with a default route, and no way out. Linux only; it needs root, or user namespaces for
 * all.
 */
public final class NetworkNamespace {
  /** The address of its Ethernet interface. */
  public static final String ADDRESS = "10.77.0.1";

  /** The other end is up so that this one is; nobody listens there. */
  private static final String SET_UP =
      """
      set -e
      ip link set lo up
      ip link add v0 type veth peer name v1
      ip addr add %s/24 dev v0
      ip link set v1 up
      ip link set v0 up
      ip route add default dev v0
      exec "$@"
      """
          .formatted(ADDRESS);

  private NetworkNamespace() {}

  /** Starts a class of the tests' class path in a new namespace, which ends with it. */
  public static ChildProcess start(Class<?> program, String... arguments) {
    Programs.find("IP", "ip");
    List<String> command = new ArrayList<>();
    command.add(Programs.find("UNSHARE", "unshare").toString());
    command.add("root".equals(System.getProperty("user.name")) ? "-n" : "-rn");
    command.addAll(List.of("/bin/sh", "-c", SET_UP, program.getSimpleName()));
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-cp", classPath(), program.getName()));
    command.addAll(List.of(arguments));
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin";
    return ChildProcess.start(program.getSimpleName(), command, Map.of("PATH", path));
  }

  /** Surefire hides the tests' class path in a jar of its own, and tells it here. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
