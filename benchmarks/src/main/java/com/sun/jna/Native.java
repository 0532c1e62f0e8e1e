package com.sun.jna;

import java.io.File;

/**
 * Stands where jitsi-srtp looks for JNA, and finds it no native library: it then uses JCE's
 * ciphers, as ours does.
 */
public final class Native {
  private Native() {}

  /** Called with the name of a library to unpack. */
  @SuppressWarnings("DoNotCallSuggester") // jitsi-srtp calls it, and catches the error.
  public static File extractFromResourcePath(String name, ClassLoader loader) {
    throw new UnsatisfiedLinkError("native libraries are left out here, " + name + " among them");
  }
}
