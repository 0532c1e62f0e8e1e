/**
 * The extensions of the two hellos, a file each; {@link io.webrtc4j.dtls.extension.Extensions} is
 * the list of them, in the order of the wire. Begin there.
 *
 * <p>Depends on webrtc-common only.
 */
package io.webrtc4j.dtls.extension;
