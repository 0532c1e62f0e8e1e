/**
 * Offer and answer (RFC 9429) of a whole connection as one value, {@code JsepState}, and pure
 * functions on it: transceivers, sections, bundles and transports. The media part of one section is
 * in {@code .media}; the transports that the plans ask for run elsewhere.
 *
 * <p>May depend on webrtc-sdp, the value types of ICE and DTLS, and {@code session}'s plans. Begin
 * with {@code JsepState}, then {@code OfferPlan}, {@code SetRemote} and {@code Agreeing}.
 */
package io.webrtc4j.jsep;
