/**
 * The handshake of DTLS 1.2 (RFC 6347 §4.2, RFC 5246 §7): a file per state, client's and server's,
 * each with exactly that state's data. {@link io.webrtc4j.dtls.dtls12.Handshake} carries messages
 * from state to state. In order:
 *
 * <pre>
 *  client                                           server
 *  AwaitServerHello          ClientHello --&gt;        AwaitClientHello
 *                       &lt;-- (HelloVerifyRequest)
 *                            (ClientHello) --&gt;
 *                        &lt;-- ServerHello            AwaitClientCertificate
 *  AwaitServerCertificate    Certificate
 *  AwaitServerKeyExchange    ServerKeyExchange
 *  AwaitCertificateRequest   CertificateRequest
 *  AwaitServerHelloDone      ServerHelloDone
 *  AwaitServerFinished       Certificate --&gt;        AwaitClientKeyExchange
 *                            ClientKeyExchange      AwaitCertificateVerify
 *                            CertificateVerify      AwaitClientFinished
 *                            [ChangeCipherSpec] Finished
 *  Established    &lt;-- [ChangeCipherSpec] Finished   Established
 * </pre>
 *
 * <p>Depends on the other packages below {@code io.webrtc4j.dtls}, not on that one.
 */
package io.webrtc4j.dtls.dtls12;
