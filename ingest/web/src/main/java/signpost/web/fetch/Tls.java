package signpost.web.fetch;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.client5.http.psl.PublicSuffixMatcherLoader;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.TlsFailure.TlsFailureKind;

/** Secures a connection: first the chain, then the name; nothing is sent before both are right. */
final class Tls {
  private final SSLSocketFactory sockets;
  private final DefaultHostnameVerifier names =
      new DefaultHostnameVerifier(PublicSuffixMatcherLoader.getDefault());

  Tls(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /** The secured socket; {@code plain} stays the one to close. */
  Socket secure(Socket plain, WebUrl url) throws IOException, VisitEnded {
    String host = name(url.host());
    var socket = (SSLSocket) sockets.createSocket(plain, host, url.port(), false);
    try {
      socket.startHandshake();
      names.verify(host, (X509Certificate) socket.getSession().getPeerCertificates()[0]);
      return socket;
    } catch (SSLPeerUnverifiedException e) {
      throw VisitEnded.tls(TlsFailureKind.WRONG_HOST, String.valueOf(e.getMessage()));
    } catch (SSLException e) {
      throw failure(e);
    } catch (RuntimeException e) {
      throw VisitEnded.tls(TlsFailureKind.HANDSHAKE, e.toString());
    }
  }

  /** When the server's own certificate ends, where the connection was secured. */
  static Optional<Instant> certificateEndsAt(Socket socket) {
    try {
      return socket instanceof SSLSocket secured
              && secured.getSession().getPeerCertificates()[0] instanceof X509Certificate own
          ? Optional.of(own.getNotAfter().toInstant())
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }

  /** As certificates write it: no brackets, no dot at the end. */
  private static String name(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static VisitEnded failure(SSLException e) throws SSLException {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UntrustedChainException chain) {
        return VisitEnded.tls(chain.kind(), String.valueOf(chain.getMessage()));
      }
      if (cause instanceof SocketException) {
        throw e;
      }
    }
    return VisitEnded.tls(TlsFailureKind.HANDSHAKE, String.valueOf(e.getMessage()));
  }
}
