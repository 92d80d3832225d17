package signpost.web.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import signpost.kit.LoopbackServer;

/** A server on loopback that says, byte for byte, what a test tells it to. */
public final class RawServer implements AutoCloseable {
  private final LoopbackServer door;
  private final Script script;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** Answers one request; the connection is closed afterwards. */
  @FunctionalInterface
  public interface Script {
    void answer(String request, OutputStream out, Socket connection) throws Exception;
  }

  private RawServer(ServerSocketFactory sockets, Script script) {
    this.script = script;
    this.door = new LoopbackServer(sockets, this::serve);
  }

  public static RawServer running(Script script) {
    return new RawServer(ServerSocketFactory.getDefault(), script);
  }

  static RawServer running(ServerSocketFactory sockets, Script script) {
    return new RawServer(sockets, script);
  }

  /** Says the same to whoever asks. */
  public static RawServer saying(String answer) {
    return running((_, out, _) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
  }

  public int port() {
    return door.port();
  }

  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  /** The heads of all requests so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  private void serve(Socket connection) throws Exception {
    String request = head(connection.getInputStream());
    requests.add(request);
    script.answer(request, connection.getOutputStream(), connection);
    connection.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int b = in.read();
      if (b < 0) {
        break;
      }
      head.append((char) b);
    }
    return head.toString();
  }

  @Override
  public void close() {
    door.close();
  }
}
