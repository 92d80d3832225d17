package signpost.web.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.ConnectFailure.ConnectFailureKind;

/**
 * Connects through a proxy: to the host itself for https (CONNECT, RFC 9110, section 9.3.6), to the
 * proxy for http. The guard judges the addresses that the name has here before the proxy hears it.
 */
final class ProxyTunnel {
  private static final int LONGEST_HEAD = 16 << 10;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.\\d (\\d{3})(?: .*)?");

  private final OutboundProxy proxy;
  private final GuardedDialler dialler;
  private final Tls tls;
  private final FetchSettings settings;
  private final String agent;

  ProxyTunnel(
      OutboundProxy proxy, GuardedDialler dialler, Tls tls, FetchSettings settings, String agent) {
    this.proxy = proxy;
    this.dialler = dialler;
    this.tls = tls;
    this.settings = settings;
    this.agent = agent;
  }

  /** A connection over which the URL's host can be asked; over http the proxy is asked for it. */
  Socket dial(WebUrl url, Deadline deadline) throws VisitEnded {
    if (!proxy.resolves() || GivenNames.literal(url.host())) {
      dialler.checked(url);
    } else {
      dialler.checkedAsWritten(url);
    }
    Socket socket = reached(deadline);
    if (url.scheme().equals("https")) {
      connect(socket, url, deadline);
    }
    return socket;
  }

  private Socket reached(Deadline deadline) throws VisitEnded {
    WebUrl at = proxy.address();
    try {
      Socket plain = dialler.dialOwn(at.host(), at.port(), deadline);
      plain.setSoTimeout(deadline.millisFor(settings.readTimeout()));
      return at.scheme().equals("https") ? tls.secure(plain, at) : plain;
    } catch (IOException e) {
      throw proxy.trouble(
          "cannot be reached (%s): see %s".formatted(e.getMessage(), OutboundProxy.KEY));
    } catch (VisitEnded e) {
      throw proxy.trouble(
          "cannot be reached: %s; see %s"
              .formatted(FetchTrouble.inWords(e.outcome(at, Duration.ZERO)), OutboundProxy.KEY));
    }
  }

  private void connect(Socket socket, WebUrl url, Deadline deadline) throws VisitEnded {
    String host = url.host() + ":" + url.port();
    StringBuilder asked = new StringBuilder();
    asked.append("CONNECT ").append(host).append(" HTTP/1.1\r\nHost: ").append(host);
    asked.append("\r\nUser-Agent: ").append(agent);
    proxy.authorization().ifPresent(it -> asked.append("\r\nProxy-Authorization: ").append(it));
    try {
      socket.getOutputStream().write(asked.append("\r\n\r\n").toString().getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      judge(status(socket.getInputStream()));
    } catch (IOException e) {
      throw broken(e, deadline);
    }
  }

  /** At the visit's end the alarm closes the socket, or the read ends by itself: both are late. */
  private VisitEnded broken(IOException e, Deadline deadline) {
    return deadline.passed() || e instanceof SocketTimeoutException
        ? VisitEnded.connect(ConnectFailureKind.TIMED_OUT, "the proxy had not connected us in time")
        : proxy.trouble("closed the connection (" + e.getMessage() + ")");
  }

  private void judge(int status) throws VisitEnded {
    if (status >= 200 && status < 300) {
      return;
    }
    throw switch (status) {
      case 407 -> proxy.unauthorised();
      case 502, 503, 504 ->
          VisitEnded.connect(
              ConnectFailureKind.UNREACHABLE, "the proxy could not connect us (" + status + ")");
      default -> proxy.trouble("does not let us go there (" + status + ")");
    };
  }

  /** The status of its answer, read byte by byte: what follows the head is the host's. */
  private int status(InputStream in) throws IOException, VisitEnded {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int c = in.read();
      if (c < 0 || head.length() == LONGEST_HEAD) {
        throw noHttp();
      }
      head.append((char) c);
    }
    Matcher line = STATUS.matcher(head.substring(0, head.indexOf("\r\n")));
    if (!line.matches()) {
      throw noHttp();
    }
    return Integer.parseInt(line.group(1));
  }

  private VisitEnded noHttp() {
    return proxy.trouble("does not answer as a proxy does: see " + OutboundProxy.KEY);
  }
}
