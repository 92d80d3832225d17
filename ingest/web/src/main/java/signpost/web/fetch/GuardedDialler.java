package signpost.web.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import signpost.url.AddressGuard;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.ConnectFailure.ConnectFailureKind;

/**
 * Opens connections: resolves once, asks the guard about every address, dials exactly those, and
 * looks at what the socket is connected to before a byte is sent.
 */
final class GuardedDialler {
  private final NameLookup names;
  private final AddressGuard guard;
  private final Duration connectTimeout;

  GuardedDialler(NameLookup names, AddressGuard guard, Duration connectTimeout) {
    this.names = names;
    this.guard = guard;
    this.connectTimeout = connectTimeout;
  }

  Socket dial(WebUrl url, Deadline deadline) throws VisitEnded {
    Socket socket = dialOne(url.host(), checked(url), url.port(), deadline);
    check(socket.getInetAddress(), socket.getPort());
    return socket;
  }

  /** Somebody of our own, whom the configuration names and no page can: the guard is not asked. */
  Socket dialOwn(String host, int port, Deadline deadline) throws VisitEnded {
    return dialOne(host, names.lookUp(host, port), port, deadline);
  }

  /** The addresses of a URL's host, which the guard lets through. */
  List<InetAddress> checked(WebUrl url) throws VisitEnded {
    refuse(guard.refusal(url));
    List<InetAddress> addresses = names.lookUp(url.host(), url.port());
    for (InetAddress address : addresses) {
      check(address, url.port());
    }
    return addresses;
  }

  /** Asks the guard what can be known without a look-up: numbers, and names of this machine. */
  void checkedAsWritten(WebUrl url) throws VisitEnded {
    refuse(guard.refusal(url).or(() -> guard.linkRefusal(url)));
  }

  private static void refuse(Optional<String> refusal) throws VisitEnded {
    if (refusal.isPresent()) {
      throw VisitEnded.refused(refusal.get());
    }
  }

  private Socket dialOne(String host, List<InetAddress> addresses, int port, Deadline deadline)
      throws VisitEnded {
    VisitEnded failure = null;
    for (InetAddress address : addresses) {
      try {
        return connect(address, port, deadline);
      } catch (IOException e) {
        failure = failed(e, deadline);
      }
    }
    if (failure == null) {
      throw new IllegalStateException("A look-up without addresses: " + host);
    }
    throw failure;
  }

  private void check(InetAddress address, int port) throws VisitEnded {
    if (guard.judge(address, port) instanceof AddressGuard.AddressVerdict.Refused(String reason)) {
      throw VisitEnded.refused(reason);
    }
  }

  private Socket connect(InetAddress address, int port, Deadline deadline)
      throws IOException, VisitEnded {
    var socket = new Socket(Proxy.NO_PROXY);
    deadline.watch(socket);
    socket.setTcpNoDelay(true);
    // A timeout of its own would leave the socket non-blocking: two more system calls a read.
    deadline.stepWithin(connectTimeout);
    socket.connect(new InetSocketAddress(address, port));
    deadline.stepDone();
    if (!address.equals(socket.getInetAddress())) {
      throw VisitEnded.refused("connected to " + socket.getInetAddress() + ", not to " + address);
    }
    return socket;
  }

  private static VisitEnded failed(IOException e, Deadline deadline) {
    String detail = String.valueOf(e.getMessage());
    if (deadline.stepPassed()
        || e instanceof SocketTimeoutException
        || detail.contains("timed out")) {
      return VisitEnded.connect(ConnectFailureKind.TIMED_OUT, detail);
    }
    boolean refused = e instanceof ConnectException && detail.contains("refused");
    boolean noRoute = e instanceof NoRouteToHostException;
    return VisitEnded.connect(
        refused && !noRoute ? ConnectFailureKind.REFUSED : ConnectFailureKind.UNREACHABLE, detail);
  }
}
