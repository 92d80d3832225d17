package signpost.kit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Ends TLS before a mail server that knows none, as stunnel does; at 127.0.0.1. */
public final class TlsFront implements AutoCloseable {
  private final SSLContext shown;
  private final int behind;
  private final boolean asked;
  private final LoopbackServer door;

  private TlsFront(SSLContext shown, int behind, boolean asked) {
    this.shown = shown;
    this.behind = behind;
    this.asked = asked;
    this.door = new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);
  }

  /** Secured from the first byte. */
  public static TlsFront always(SSLContext shown, int behind) {
    return new TlsFront(shown, behind, false);
  }

  /** Secured by STARTTLS (RFC 3207), before which it does nothing else. */
  public static TlsFront whenAsked(SSLContext shown, int behind) {
    return new TlsFront(shown, behind, true);
  }

  /** Where it listens. */
  public int port() {
    return door.port();
  }

  private void serve(Socket client) throws IOException {
    if (asked && !introduced(client)) {
      return;
    }
    SSLSocket secured =
        (SSLSocket) shown.getSocketFactory().createSocket(client, null, client.getPort(), true);
    secured.setUseClientMode(false);
    try (secured;
        Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
      if (asked) {
        line(server.getInputStream()); // the greeting, which the client has had
      }
      LoopbackServer.join(secured, server);
    }
  }

  private static boolean introduced(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    say(out, "220 front");
    while (true) {
      String said = line(client.getInputStream()).toUpperCase(Locale.ROOT);
      if (said.startsWith("EHLO")) {
        say(out, "250-front\r\n250 STARTTLS");
      } else if (said.startsWith("STARTTLS")) {
        say(out, "220 go on");
        return true;
      } else {
        say(out, "530 Must issue a STARTTLS command first");
        if (said.isEmpty() || said.startsWith("QUIT")) {
          return false;
        }
      }
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  /** Byte by byte: what follows is TLS. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    door.close();
  }
}
