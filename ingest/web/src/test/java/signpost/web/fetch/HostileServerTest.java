package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.kit.ClosedPort;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.ConnectFailure;
import signpost.web.fetch.FetchOutcome.ConnectionLost;
import signpost.web.fetch.FetchOutcome.TimedOut;
import signpost.web.fetch.FetchOutcome.TooLarge;

/** What the worst of the web does, and what we make of it. */
final class HostileServerTest {
  private static final Duration FOR_EVER = Duration.ofMinutes(5);

  private static final byte[] OK = ascii("HTTP/1.1 200 OK\r\n");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static FetchOutcome outcome(RawServer.Script script) {
    try (RawServer server = RawServer.running(script)) {
      return Fetchers.fetch(server.url("/"));
    }
  }

  private static FetchOutcome hastily(RawServer.Script script) {
    try (RawServer server = RawServer.running(script)) {
      return Fetchers.hastily(server.url("/"));
    }
  }

  /** Sends the same bytes over and over, until the client has had enough. */
  static RawServer.Script dripping(String head, String drop, long millis) {
    return (_, out, _) -> {
      out.write(ascii(head));
      while (true) {
        out.write(ascii(drop));
        out.flush();
        if (millis > 0) {
          Thread.sleep(millis);
        }
      }
    };
  }

  @Test
  void aPortNobodyListensOnRefuses() {
    try (ClosedPort closed = new ClosedPort()) {
      var failure = (ConnectFailure) Fetchers.fetch(closed.url("/"));
      assertThat(failure.kind()).isEqualTo(ConnectFailure.ConnectFailureKind.REFUSED);
    }
  }

  @Test
  void aFullBacklogTimesOutWhileConnecting() throws Exception {
    try (var deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var one = new Socket(deaf.getInetAddress(), deaf.getLocalPort());
        var two = new Socket(deaf.getInetAddress(), deaf.getLocalPort())) {
      assertThat(one.isConnected() && two.isConnected()).isTrue();
      var failure =
          (ConnectFailure) Fetchers.hastily("http://127.0.0.1:" + deaf.getLocalPort() + "/");
      assertThat(failure.kind()).isEqualTo(ConnectFailure.ConnectFailureKind.TIMED_OUT);
    }
  }

  @Test
  void silenceTimesOut() {
    assertThat(hastily((_, _, _) -> Thread.sleep(FOR_EVER))).isInstanceOf(TimedOut.class);
  }

  @Test
  void closingWithoutAWordIsALostConnection() {
    assertThat(outcome((_, _, _) -> {})).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aResetIsALostConnection() {
    assertThat(
            outcome((_, out, connection) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Le"));
              connection.setSoLinger(true, 0);
            }))
        .isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aHalfClosedAnswerIsALostConnection() {
    assertThat(
            outcome((_, out, connection) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
              connection.shutdownOutput();
              connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            }))
        .isInstanceOf(ConnectionLost.class);
  }

  @Test
  void aHalfClosedSocketThatSendsNothingMoreTimesOut() {
    assertThat(
            hastily((_, out, connection) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"));
              out.flush();
              connection.shutdownInput();
              Thread.sleep(FOR_EVER);
            }))
        .isInstanceOf(TimedOut.class);
  }

  @Test
  void aStatedLengthIsNotBelieved() {
    assertThat(
            outcome((_, out, _) ->
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"))))
        .isInstanceOf(ConnectionLost.class);
    var shorter =
        (Answered)
            outcome((_, out, _) ->
                out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello")));
    assertThat(shorter.body().bytes()).asString().isEqualTo("he");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage\r\n\r\n",
        "HTTP/1.1 abc OK\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\0\0\0\0\r\n\r\n",
        "<html>no head</html>",
        "HTTP/1.1 200 OK\r\nno colon here\r\n\r\n",
        "HTTP/9.9 200 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\nhello"
      })
  void whatIsNotHttpIsALostConnection(String answer) {
    assertThat(outcome((_, out, _) -> out.write(ascii(answer)))).isInstanceOf(ConnectionLost.class);
  }

  @Test
  void whatIsEncodedAsWeDidNotOfferIsThereButNotRead() {
    for (String coding : List.of("br", "zstd")) {
      String answer = "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\nhello";
      var answered = (FetchOutcome.Answered) outcome((_, out, _) -> out.write(ascii(answer)));
      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.body().truncated()).isTrue();
      assertThat(answered.body().size()).isZero();
    }
  }

  /** Whenever the patience ends, before, amid or after an answer: an outcome, and no exception. */
  @Test
  void aDeadlineThatMeetsTheEndOfAVisitIsAnOutcome() throws Exception {
    String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n";
    RawServer.Script late =
        (_, out, _) -> {
          LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(60_000_000));
          out.write(ascii(answer));
        };
    try (RawServer server = RawServer.running(late)) {
      for (int patience = 1; patience < 80; patience += 2) {
        var settings = Fetchers.settings(Duration.ofMillis(patience), Duration.ofSeconds(1));
        try (var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
          assertThat(tenAtOnce(() -> fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/"))))))
              .hasSize(10)
              .doesNotContainNull();
        }
      }
    }
  }

  /** What each of ten comes to; an exception of one is the test's. */
  private static List<FetchOutcome> tenAtOnce(Callable<FetchOutcome> fetch) throws Exception {
    List<FetchOutcome> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<FetchOutcome> each : threads.invokeAll(Collections.nCopies(10, fetch))) {
        outcomes.add(each.get());
      }
    }
    return outcomes;
  }

  @Test
  void endlessHeadersEnd() {
    assertThat(outcome(dripping("HTTP/1.1 200 OK\r\n", "X-More: y\r\n", 0)))
        .isInstanceOf(ConnectionLost.class);
    assertThat(outcome(dripping("HTTP/1.1 200 OK\r\nX-Long: ", "yyyyyyyyyyyyyyy", 0)))
        .isInstanceOf(ConnectionLost.class);
  }

  @Test
  void oneByteNowAndThenRunsIntoTheDeadline() {
    var settings = Fetchers.settings(Duration.ofMillis(700), Duration.ofMillis(500));
    try (RawServer server = RawServer.running(dripping("HTTP/1.1 200 OK\r\nX: ", "y", 50));
        var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
      FetchOutcome outcome = fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/"))));
      assertThat(outcome).isInstanceOf(TimedOut.class);
      assertThat(outcome.took()).isGreaterThan(Duration.ofMillis(650));
    }
  }

  @Test
  void aBodyThatTricklesIsGivenUpBeforeTheDeadline() {
    var outcome = (TimedOut) hastily(dripping("HTTP/1.1 200 OK\r\n\r\n", "y", 20));
    assertThat(outcome.detail()).contains("bytes a second");
  }

  @Test
  void anEndlessBodyIsTooLarge() {
    var outcome = (TooLarge) outcome(dripping("HTTP/1.1 200 OK\r\n\r\n", "y".repeat(10_000), 0));
    assertThat(outcome.limit()).isEqualTo(1_000_000);
  }

  @Test
  void anEndlessErrorPageIsCutOff() {
    var answer =
        (Answered) outcome(dripping("HTTP/1.1 404 Not Found\r\n\r\n", "y".repeat(10_000), 0));
    assertThat(answer.body().truncated()).isTrue();
    assertThat(answer.body().size()).isEqualTo(1_000_000);
  }

  @Test
  void aBombIsNotUnpacked() {
    assertThat(
            outcome((_, out, _) -> {
              out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"));
              try (var gzip = new GZIPOutputStream(out)) {
                for (int i = 0; i < 10_000; i++) {
                  gzip.write(new byte[100_000]);
                }
              }
            }))
        .isInstanceOf(TooLarge.class);
  }

  @Test
  void offeredEncodingsAreDecoded() throws Exception {
    var gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(ascii("hello"));
    }
    var zlib = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(zlib)) {
      out.write(ascii("hello"));
    }
    var bare = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(bare, new Deflater(9, true))) {
      out.write(ascii("hello"));
    }
    Map.of("gzip", gzip, "X-GZIP", gzip, "deflate", zlib, "Deflate", bare, "identity, ", plain())
        .forEach((coding, bytes) -> {
          var answer =
              (Answered)
                  outcome((_, out, _) -> {
                    out.write(OK);
                    out.write(ascii("Content-Encoding: " + coding + "\r\n\r\n"));
                    out.write(bytes.toByteArray());
                  });
          assertThat(answer.body().bytes()).as(coding).asString().isEqualTo("hello");
        });
  }

  private static ByteArrayOutputStream plain() {
    var plain = new ByteArrayOutputStream();
    plain.writeBytes(ascii("hello"));
    return plain;
  }

  @Test
  void anEmptyBodySaidToBeCompressedIsEmpty() {
    var answer =
        (Answered)
            outcome((_, out, _) ->
                out.write(
                    ascii(
                        "HTTP/1.1 404 X\r\nContent-Encoding: gzip\r\nContent-Length: 0\r\n\r\n")));
    assertThat(answer.body().size()).isZero();
  }

  @Test
  void endlessInterimAnswersRunIntoTheDeadline() {
    var settings = Fetchers.settings(Duration.ofMillis(500), Duration.ofMillis(400));
    try (RawServer server = RawServer.running(dripping("", "HTTP/1.1 100 Continue\r\n\r\n", 1));
        var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
      assertThat(fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/")))))
          .isInstanceOf(TimedOut.class);
    }
  }
}
