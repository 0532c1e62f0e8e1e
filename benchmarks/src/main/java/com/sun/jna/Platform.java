package com.sun.jna;

/** Where jitsi-srtp looks for the folder of its native library. */
public final class Platform {
  /** A folder that is not there. */
  public static final String RESOURCE_PREFIX = "no-native-library";

  private Platform() {}
}
