package signpost.notifier.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import signpost.kit.LoopbackServer;

/**
 * Stands before a mail server that asks for nobody, and lets in whoever shows one token by a way it
 * offers, read as RFC 7628 and RFC 4954 write it; to others it says why, and waits for their word.
 */
final class TokenFront implements AutoCloseable {
  private final String offered;
  private final String expected;
  private final String challenge;
  private final int behind;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final LoopbackServer door =
      new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);

  /**
   * Starts it.
   *
   * @param offered the ways, as EHLO tells them
   * @param expected the whole message of who is let in, {@code |} for ^A and N for the port
   * @param challenge what is said to others first
   */
  TokenFront(String offered, String expected, String challenge, int behind) {
    this.offered = offered;
    this.expected = expected.replace('|', '\u0001');
    this.challenge = challenge;
    this.behind = behind;
  }

  int port() {
    return door.port();
  }

  /** Each line that a client said before it was let in. */
  List<String> heard() {
    return heard;
  }

  private void serve(Socket client) throws IOException {
    OutputStream out = client.getOutputStream();
    say(out, "220 front");
    while (true) {
      String said = line(client);
      heard.add(said);
      if (said.startsWith("EHLO")) {
        say(out, "250-front\r\n250 AUTH " + offered);
      } else if (said.startsWith("AUTH ") && isRight(said)) {
        say(out, "235 2.7.0 come in");
        goOn(client);
        return;
      } else if (said.startsWith("AUTH ")) {
        say(out, "334 " + Base64.getEncoder().encodeToString(challenge.getBytes(UTF_8)));
        heard.add(line(client));
        say(out, "535 5.7.8 no such token");
      } else {
        say(out, "221 bye");
        return;
      }
    }
  }

  private boolean isRight(String said) {
    String[] words = said.split(" ", -1);
    return offered.contains(words[1])
        && new String(Base64.getDecoder().decode(words[2]), UTF_8)
            .replaceFirst("port=[0-9]+", "port=N")
            .equals(expected);
  }

  private void goOn(Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), behind)) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(server.getInputStream(), US_ASCII));
      in.readLine();
      say(server.getOutputStream(), "EHLO front");
      for (String line = in.readLine(); line.startsWith("250-"); ) {
        line = in.readLine();
      }
      LoopbackServer.join(client, server);
    }
  }

  private static void say(OutputStream out, String words) throws IOException {
    out.write((words + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  private static String line(Socket client) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = client.getInputStream().read(); c >= 0 && c != '\n'; ) {
      line.append((char) c);
      c = client.getInputStream().read();
    }
    return line.toString().strip();
  }

  @Override
  public void close() {
    door.close();
  }
}
