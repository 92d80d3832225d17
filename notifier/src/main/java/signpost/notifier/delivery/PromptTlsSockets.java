package signpost.notifier.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * TLS over connections that belong to the {@link TimedExchange} they are secured in, sent at once
 * as by {@link PromptSockets}. The mail library secures what it has connected, and no more.
 */
final class PromptTlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory secured;

  PromptTlsSockets(SSLSocketFactory secured) {
    this.secured = secured;
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean closes)
      throws IOException {
    TimedExchange.watch(plain);
    return secured.createSocket(plain, host, port, closes);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return createSocket(new PromptSockets().createSocket(host, port), host, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return createSocket(host.getHostName(), port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    Socket plain = new PromptSockets().createSocket(host, port, from, fromPort);
    return createSocket(plain, host, port, true);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return createSocket(host.getHostName(), port, from, fromPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return secured.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return secured.getSupportedCipherSuites();
  }
}
