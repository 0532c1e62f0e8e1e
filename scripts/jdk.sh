# Finds Java and Maven, for the scripts that read this file with `.`; says what to do when they are
# not there. It defines functions and does nothing by itself.

say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 1
}

# java_version JAVA: its feature number, such as 17; nothing if it can't be run.
java_version() {
  "$1" -version 2>&1 | sed -nE '1s/.*"(1\.)?([0-9]+).*/\2/p'
}

# jdk_home N: the home of a JDK of exactly that version, or nothing. It looks at JDK<N>_HOME,
# JAVA_HOME, JAVA_HOME_<N>_X64 (hosted CI) and the usual folders.
jdk_home() {
  local wanted=$1 variable home
  for variable in "JDK${wanted}_HOME" JAVA_HOME "JAVA_HOME_${wanted}_X64" "JAVA_HOME_${wanted}_ARM64"; do
    home=${!variable:-}
    if is_jdk "$home" "$wanted"; then
      printf '%s\n' "$home"
      return
    fi
  done
  for home in /usr/lib/jvm/*"$wanted"* /Library/Java/JavaVirtualMachines/*"$wanted"*/Contents/Home; do
    if is_jdk "$home" "$wanted"; then
      printf '%s\n' "$home"
      return
    fi
  done
}

is_jdk() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ "$(java_version "$1/bin/java")" = "$2" ]
}

# need_java: ends the script, saying why, unless there is a Java to run the programs with.
need_java() {
  local java=${JAVA_HOME:+$JAVA_HOME/bin/}java version
  command -v "$java" >/dev/null ||
    fail "Java was not found ($java): install JDK 17 or later" \
      "(Debian: apt-get install openjdk-17-jdk-headless), then put it on the PATH or set JAVA_HOME."
  version=$(java_version "$java")
  [ "${version:-0}" -ge 17 ] ||
    fail "Java ${version:-of an unknown version} was found ($(command -v "$java"));" \
      "JDK 17 or later is needed. Set JAVA_HOME to one."
}

# need_maven_and_java: ends the script, saying why, unless the project can be built.
need_maven_and_java() {
  need_java
  command -v "${JAVA_HOME:+$JAVA_HOME/bin/}javac" >/dev/null ||
    fail "A Java runtime was found, but no compiler: install a JDK, 17 or later" \
      "(Debian: apt-get install openjdk-17-jdk-headless)."
  command -v mvn >/dev/null ||
    fail "Maven was not found: install it (Debian: apt-get install maven) and put mvn on the PATH."
}
