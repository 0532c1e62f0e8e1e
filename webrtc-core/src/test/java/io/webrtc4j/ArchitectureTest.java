package io.webrtc4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;

/** The rules of ARCHITECTURE.md that the compiler does not enforce by itself. */
@AnalyzeClasses(packages = "io.webrtc4j", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] SANS_IO = {
    "io.webrtc4j.common..",
    "io.webrtc4j.sdp..",
    "io.webrtc4j.ice..",
    "io.webrtc4j.dtls..",
    "io.webrtc4j.sctp..",
    "io.webrtc4j.rtp..",
    "io.webrtc4j.jsep..",
    "io.webrtc4j.session..",
    "io.webrtc4j.world.."
  };

  @ArchTest
  static final ArchRule ARROWS_POINT_DOWNWARDS =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("public")
          .definedBy("io.webrtc4j")
          .layer("netty")
          .definedBy("io.webrtc4j.netty..")
          .layer("driver")
          .definedBy("io.webrtc4j.driver..")
          .layer("world")
          .definedBy("io.webrtc4j.world..")
          .layer("session")
          .definedBy("io.webrtc4j.session..")
          .layer("jsep")
          .definedBy("io.webrtc4j.jsep..")
          .layer("sdp")
          .definedBy("io.webrtc4j.sdp..")
          .layer("ice")
          .definedBy("io.webrtc4j.ice..")
          .layer("dtls")
          .definedBy("io.webrtc4j.dtls..")
          .layer("sctp")
          .definedBy("io.webrtc4j.sctp..")
          .layer("rtp")
          .definedBy("io.webrtc4j.rtp..")
          .layer("common")
          .definedBy("io.webrtc4j.common..")
          .whereLayer("public")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("netty")
          .mayOnlyBeAccessedByLayers("public")
          .whereLayer("driver")
          .mayOnlyBeAccessedByLayers("public")
          .whereLayer("world")
          .mayOnlyBeAccessedByLayers("public", "netty", "driver")
          .whereLayer("jsep")
          .mayOnlyBeAccessedByLayers("public", "driver")
          .whereLayer("session")
          .mayOnlyBeAccessedByLayers("public", "driver", "jsep")
          .whereLayer("sdp")
          .mayOnlyBeAccessedByLayers("public", "session", "jsep")
          .whereLayer("ice")
          .mayOnlyBeAccessedByLayers("public", "driver", "session", "jsep")
          .whereLayer("dtls")
          .mayOnlyBeAccessedByLayers("public", "session", "jsep")
          .whereLayer("sctp")
          .mayOnlyBeAccessedByLayers("public", "session")
          .whereLayer("rtp")
          .mayOnlyBeAccessedByLayers("public", "session")
          .whereLayer("common")
          .mayOnlyBeAccessedByLayers(
              "netty", "driver", "world", "session", "sdp", "ice", "dtls", "sctp", "rtp");

  @ArchTest
  static final ArchRule NO_PACKAGES_IN_A_CIRCLE =
      slices().matching("io.webrtc4j.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NETTY_STAYS_IN_ITS_PACKAGE =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.webrtc4j.netty..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule BOUNCY_CASTLE_STAYS_IN_DTLS =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.webrtc4j.dtls..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bouncycastle..");

  @ArchTest
  static final ArchRule COMMON_KNOWS_THE_JDK_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.webrtc4j.common..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages("java..", "io.webrtc4j.common..", "org.jspecify..");

  @ArchTest
  static final ArchRule NO_THREADS_LOCKS_OR_SOCKETS_BELOW_THE_DRIVER =
      noClasses()
          .that()
          .resideInAnyPackage(SANS_IO)
          .should()
          .dependOnClassesThat(
              anyOf(
                  Thread.class,
                  Lock.class,
                  java.util.concurrent.Executor.class,
                  java.util.concurrent.locks.LockSupport.class,
                  Socket.class,
                  DatagramSocket.class,
                  java.nio.channels.Channel.class,
                  Clock.class,
                  java.util.Timer.class));

  @ArchTest
  static final ArchRule THE_CLOCK_AND_CHANCE_COME_FROM_THE_WORLD =
      noClasses()
          .that()
          .resideInAnyPackage("io.webrtc4j.driver..")
          .should()
          .callCodeUnitWhere(ambientCall());

  @ArchTest
  static final ArchRule NO_CLOCK_AND_NO_AMBIENT_CHANCE_BELOW_THE_DRIVER =
      noClasses().that().resideInAnyPackage(SANS_IO).should().callCodeUnitWhere(ambientCall());

  private static final Set<String> AMBIENT_CALLS =
      Set.of(
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          Instant.class.getName() + ".now",
          Math.class.getName() + ".random",
          ThreadLocalRandom.class.getName() + ".current",
          InetAddress.class.getName() + ".getAllByName",
          InetAddress.class.getName() + ".getLocalHost",
          InetAddress.class.getName() + ".getHostName",
          InetAddress.class.getName() + ".getCanonicalHostName",
          java.net.InetSocketAddress.class.getName() + ".getHostName",
          Random.class.getName() + ".<init>",
          java.security.SecureRandom.class.getName() + ".<init>");

  private static DescribedPredicate<JavaCall<?>> ambientCall() {
    return new DescribedPredicate<>("the clock, ambient randomness or a name look-up is asked") {
      @Override
      public boolean test(JavaCall<?> call) {
        return isAmbient(call.getTargetOwner().getFullName(), call.getTarget().getName());
      }
    };
  }

  private static boolean isAmbient(String owner, String method) {
    return AMBIENT_CALLS.contains(owner + "." + method);
  }

  private static DescribedPredicate<JavaClass> anyOf(Class<?>... types) {
    return new DescribedPredicate<>("threads, locks, sockets, clocks or timers") {
      @Override
      public boolean test(JavaClass candidate) {
        for (Class<?> type : types) {
          if (candidate.isAssignableTo(type)) {
            return true;
          }
        }
        return false;
      }
    };
  }
}
