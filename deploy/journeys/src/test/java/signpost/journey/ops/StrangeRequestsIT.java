package signpost.journey.ops;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import signpost.kit.PatientWaits;
import signpost.local.RunPlan;

/**
 * Whatever is sent to any port, on raw sockets: it is answered, it is never our fault, and nothing
 * stands open for ever.
 */
@SuppressWarnings("StringConcatToTextBlock") // the lines of HTTP end in CRLF
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StrangeRequestsIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final int MOST_DRIPS = 400;
  private static final long DRIP_MILLIS = 50;

  /** Pages are sent what a browser sends; an API for programs refuses that. */
  private static final String BROWSER = "Origin: http://localhost\r\n";

  /**
   * A port, a line more to each request, a page that is there, what can be changed at the port, and
   * what can be asked of it with a value of any kind.
   */
  record Port(
      String name,
      Function<RunPlan.ListenAddresses, Integer> in,
      String line,
      String page,
      List<String> changed,
      List<String> asked) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Port SEARCH =
      new Port(
          "search",
          RunPlan.ListenAddresses::search,
          BROWSER,
          "/guides",
          List.of(
              "/answer",
              "/report",
              "/subscribe",
              "/subscribe/confirm",
              "/unsubscribe",
              "/yours/wishes",
              "/yours/webhook",
              "/yours/feed",
              "/yours/link"),
          List.of(
              "/answer?t=",
              "/yours?t=",
              "/yours/answers.json?guide=g&t=",
              "/yours/feed?t=",
              "/subscribe?of=",
              "/subscribe/confirm?t=",
              "/unsubscribe?t=",
              "/report?url=",
              "/resource?url=",
              "/resource/revision?url=",
              "/search?q=",
              "/search?q=a&page=",
              "/search.atom?q=",
              "/changes?since=",
              "/changes.atom?guide=",
              "/guide/",
              "/source/",
              "/assets/",
              "/api/search?q=",
              "/api/search?q=a&size=",
              "/api/suggest?q=",
              "/api/resources?url=",
              "/api/guides/",
              "/api/changes?since="));
  private static final Port OPS =
      new Port(
          "ops",
          RunPlan.ListenAddresses::ops,
          BROWSER,
          "/crawl",
          List.of("/crawl/pause", "/crawl/resume", "/crawl/run-now", "/notifications/replay"),
          List.of(
              "/crawl?did=paused&to=",
              "/crawl?did=",
              "/crawl?did=queued&n=",
              "/notifications?did="));
  private static final Port INGEST =
      new Port(
          "ingest",
          RunPlan.ListenAddresses::ingest,
          "",
          "/api/status",
          List.of(
              "/api/hosts/pause",
              "/api/hosts/resume",
              "/api/run-now",
              "/api/hosts/run-now",
              "/api/guides/run-now",
              "/api/sources/run-now"),
          List.of("/api/due?limit=", "/api/hosts?limit="));
  private static final Port NOTIFIER =
      new Port(
          "notifier",
          RunPlan.ListenAddresses::notifier,
          "",
          "/api/status",
          List.of(
              "/api/answers",
              "/api/own/wishes",
              "/api/own/webhook",
              "/api/own/feed",
              "/api/own/link",
              "/api/unsubscribe",
              "/api/subscriptions",
              "/api/subscriptions/confirm",
              "/api/reports",
              "/api/deliveries/x/replay"),
          List.of(
              "/api/findings?limit=",
              "/api/deliveries?limit=",
              "/api/answer?token=",
              "/api/answers?guide=",
              "/api/own?token=",
              "/api/feed?token=",
              "/api/subscriptions/confirm?token="));

  static final List<Port> PORTS = List.of(SEARCH, OPS, INGEST, NOTIFIER);

  private record Sent(String type, String body) {}

  private static final List<Sent> BODIES =
      Stream.concat(
              Stream.of(
                      "",
                      "&&=&",
                      "%",
                      "t=%zz",
                      "t=%ff%fe",
                      "t=\u00ff",
                      "t=%00&url=%00&host=%00&email=%00",
                      "t=x&t=y",
                      "t[]=x",
                      "t=" + "A".repeat(9_000),
                      "host=x&length=NaN",
                      "host=http%3A%2F%2F%5B&url=http%3A%2F%2F%5B",
                      "email=a%0D%0ABcc%3A%20b%40c.example&of=g",
                      "url=" + "http://a/".repeat(9_000))
                  .map(body -> new Sent(FORM, body)),
              Stream.of(
                      "",
                      "null",
                      "[]",
                      "{}",
                      "{\"token\":",
                      "{\"token\":null,\"url\":null,\"host\":null}",
                      "{\"token\":{\"a\":1},\"url\":[],\"host\":7}",
                      "{\"token\":\"\\ud800\",\"url\":\"\\u0000\",\"host\":\"\\u0000\"}",
                      "[".repeat(100_000),
                      "{\"host\":\"a.example\",\"days\":1e999}",
                      "\u00ef\u00bb\u00bf{}",
                      "{\"x\":" + "9".repeat(100_000) + "}")
                  .map(body -> new Sent(JSON, body)))
          .toList();

  private static final List<Sent> OTHER_TYPES =
      List.of(
          new Sent("multipart/form-data", "--x"),
          new Sent("multipart/form-data; boundary=x", "--x\r\n\r\nz\r\n--x--\r\n"),
          new Sent("text/plain", "t=x"),
          new Sent("nonsense", "t=x"),
          new Sent(JSON + ";charset=nosuch", "{}"),
          new Sent(FORM + ";charset=utf-16", "t=x"));

  private static final List<String> VALUES =
      List.of(
          "",
          "%",
          "%zz",
          "%00",
          "%ff",
          "%C0%80",
          "%0d%0aX:%20y",
          "-1",
          "99999999999999999999",
          "a".repeat(3_500),
          "a".repeat(7_000),
          "%22%3E%3Cscript%3E",
          "..%2f..%2f",
          "((((",
          "http://[",
          "2026-13-45");

  private SmallMachine machine;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    machine = SmallMachine.start(folder, Map.of("signpost.request-deadline", "2s"));
  }

  @AfterAll
  void stop() {
    machine.close();
  }

  @ParameterizedTest
  @FieldSource("PORTS")
  void whatCannotBeReadIsTheSendersFault(Port port) throws IOException {
    List<String> ours = new ArrayList<>();
    for (String path : port.changed()) {
      for (Sent sent : Stream.concat(BODIES.stream(), OTHER_TYPES.stream()).toList()) {
        String answer =
            send(port, head(port, "POST " + path, sent.type(), sent.body()) + sent.body());
        note(ours, answer, path + " " + sent.type() + " " + brief(sent.body()));
      }
    }
    for (String path : port.asked()) {
      for (String value : VALUES) {
        note(ours, send(port, head(port, "GET " + path + value, "", "")), path + brief(value));
      }
    }
    assertThat(ours).isEmpty();
    everyPartAnswers();
  }

  @ParameterizedTest
  @FieldSource("PORTS")
  void twoLengthsAreRefusedAndNothingAfterThemIsRead(Port port) throws IOException {
    String two =
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n"
            + "\r\n0\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(send(port, two)).startsWith("HTTP/1.1 400").containsOnlyOnce("HTTP/1.1");
  }

  @ParameterizedTest
  @FieldSource("PORTS")
  void requestThatDripsIsCutOff(Port port) throws Exception {
    try (Socket socket = connected(port)) {
      write(socket, "POST / HTTP/1.1\r\nHost: localhost\r\nx: ");
      assertThat(isCutOff(socket)).isTrue();
    }
  }

  private void everyPartAnswers() throws IOException {
    for (Port port : PORTS) {
      assertThat(send(port, head(port, "GET " + port.page(), "", "")))
          .as(port.name())
          .startsWith("HTTP/1.1 200");
    }
  }

  private static void note(List<String> ours, String answer, String what) {
    boolean theirs = answer.matches("(?s)HTTP/1\\.[01] [234].*");
    if (!theirs || answer.contains("did=away") || answer.contains("did=unclear")) {
      ours.add(what + " -> " + answer.lines().findFirst().orElse("no answer"));
    }
  }

  private static String head(Port port, String request, String type, String body) {
    String more = type.isEmpty() ? "" : "Content-Type: " + type + "\r\n";
    return request
        + " HTTP/1.1\r\nHost: localhost\r\n"
        + port.line()
        + more
        + "Content-Length: "
        + body.length()
        + "\r\nConnection: close\r\n\r\n";
  }

  private String send(Port port, String request) throws IOException {
    try (Socket socket = connected(port)) {
      write(socket, request);
      return rest(socket);
    }
  }

  private Socket connected(Port port) throws IOException {
    Socket socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port.in().apply(machine.addresses()));
    socket.setSoTimeout((int) PatientWaits.LONG.toMillis());
    return socket;
  }

  /** Who is refused early may find the connection closed while still sending. */
  private static void write(Socket socket, String words) throws IOException {
    try {
      socket.getOutputStream().write(words.getBytes(ISO_8859_1));
    } catch (SocketException _) {
      // The answer says why.
    }
  }

  private static String rest(Socket socket) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException _) {
      // Closed before all was sent; what was answered before counts.
    }
    return read.toString(ISO_8859_1);
  }

  /** Whether the other side hangs up while words are still dripping. */
  private static boolean isCutOff(Socket socket) throws Exception {
    try {
      for (int i = 0; i < MOST_DRIPS; i++) {
        socket.getOutputStream().write('x');
        TimeUnit.MILLISECONDS.sleep(DRIP_MILLIS);
      }
      return false;
    } catch (SocketException _) {
      return true;
    }
  }

  private static String brief(String body) {
    return body.length() > 60 ? body.substring(0, 60) + "…" : body;
  }
}
