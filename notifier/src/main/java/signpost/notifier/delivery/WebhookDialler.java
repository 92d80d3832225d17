package signpost.notifier.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import signpost.url.WebUrl;

/** Opens a connection to a stranger's machine, by TLS where its address says so. */
final class WebhookDialler {
  private static final int CONNECT_MILLIS = 5_000;

  private final GuardedNames names;

  WebhookDialler(GuardedNames names) {
    this.names = names;
  }

  Socket dial(WebUrl url) throws IOException {
    Socket socket = connected(url);
    return url.scheme().equals("https") ? secured(socket, url) : socket;
  }

  private Socket connected(WebUrl url) throws IOException {
    IOException last = new IOException("it has no address");
    for (InetAddress address : names.of(url)) {
      Socket socket = TimedExchange.socket();
      try {
        socket.connect(new InetSocketAddress(address, url.port()), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        socket.close();
        last = e;
      }
    }
    throw last;
  }

  private static Socket secured(Socket socket, WebUrl url) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket tls = (SSLSocket) factory.createSocket(socket, url.host(), url.port(), true);
    SSLParameters parameters = tls.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(parameters);
    tls.startHandshake();
    return tls;
  }
}
