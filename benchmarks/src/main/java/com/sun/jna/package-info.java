/**
 * In the place of JNA, which this module leaves out: {@link com.sun.jna.Native} keeps jitsi-srtp
 * from its native library.
 */
package com.sun.jna;
