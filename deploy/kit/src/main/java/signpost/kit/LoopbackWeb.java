package signpost.kit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A web server of a test's own. */
public final class LoopbackWeb {
  private LoopbackWeb() {}

  /** Makes one at a free port of 127.0.0.1, which is yet to be started. */
  public static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
