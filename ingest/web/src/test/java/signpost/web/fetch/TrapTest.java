package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RefusedByGuard;
import signpost.web.fetch.FetchOutcome.TimedOut;
import signpost.web.fetch.FetchOutcome.TooLarge;

/** Ways into a private network, and ways to keep a worker for ever: none of them leads anywhere. */
final class TrapTest {
  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static RawServer redirecting(String location) {
    return RawServer.saying("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");
  }

  @Test
  void aNameThatChangesItsMindBetweenHopsIsCaught() {
    var asked = new AtomicInteger();
    NameLookup rebinding =
        (host, _) -> {
          boolean first = asked.incrementAndGet() == 1;
          return List.of(InetAddress.ofLiteral(first ? "127.0.0.1" : "192.168.1.1"));
        };
    try (RawServer server = redirecting("/again");
        var fetcher = Fetchers.fetcher(Fetchers.settings(), rebinding)) {
      String url = "http://rebinding.example:" + server.port() + "/";
      assertThat(fetcher.fetch(FetchRequest.of(WebUrl.of(url)))).isInstanceOf(RefusedByGuard.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.2:PORT/",
        "http://127.1.1.1:PORT/",
        "http://[::ffff:127.0.0.2]:PORT/",
        "http://[::ffff:7f00:2]:PORT/",
        "http://[::127.0.0.1]:PORT/",
        "http://[64:ff9b::7f00:2]:PORT/",
        "http://[2002:7f00:1::]:PORT/",
        "http://[::1]:PORT/",
        "http://0:PORT/",
        "http://0.0.0.0:PORT/",
        "http://0177.0.0.2:PORT/",
        "http://0x7f000002:PORT/",
        "http://2130706434:PORT/",
        "http://127.2:PORT/",
        "http:\\\\127.0.0.2:PORT\\",
        "//127.0.0.2:PORT/",
        "http://a@127.0.0.1:PORT/",
        "http://127.0.0.1:PORT@127.0.0.2:PORT/",
        "http://１２７.0.0.2:PORT/",
        "http://%31%32%37.0.0.2:PORT/",
        "http://inside.example:PORT/"
      })
  void noDisguiseLeadsToAForbiddenAddress(String trap) {
    var names = new Fetchers.Names(Map.of("inside.example", List.of("127.0.0.1", "127.0.0.2")));
    try (RawServer inside = RawServer.saying("HTTP/1.1 200 OK\r\n\r\nsecret");
        RawServer server = redirecting(trap.replace("PORT", Integer.toString(inside.port())));
        var fetcher = Fetchers.fetcher(Fetchers.settings(), names)) {
      assertThat(fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/")))))
          .isInstanceOf(RefusedByGuard.class);
      assertThat(inside.requests()).isEmpty();
    }
  }

  @Test
  void aRobotsOfTenMegabytesIsReadAsFarAsWeWant() {
    byte[] megabyte = ascii("Disallow: /x\n".repeat(80_660));
    RawServer.Script robots =
        (_, out, _) -> {
          out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 10000000\r\n\r\n"));
          for (int i = 0; i < 10; i++) {
            out.write(megabyte);
          }
        };
    try (RawServer server = RawServer.running(robots);
        var fetcher = Fetchers.fetcher(Fetchers.settings(), new Fetchers.Names(Map.of()))) {
      var url = WebUrl.of(server.url("/robots.txt"));
      var request = new FetchRequest(url, Optional.empty(), OptionalInt.of(600_000));
      var answer = (Answered) fetcher.fetch(request);
      assertThat(answer.body().truncated()).isTrue();
      assertThat(answer.body().size()).isEqualTo(600_000);
    }
  }

  @Test
  void aBombBehindARequestForTheFirstBytesIsNoLessABomb() {
    RawServer.Script bomb =
        (_, out, _) -> {
          out.write(ascii("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n"));
          try (var deflated = new DeflaterOutputStream(out)) {
            for (int i = 0; i < 1_000; i++) {
              deflated.write(new byte[100_000]);
            }
          }
        };
    try (RawServer server = RawServer.running(bomb);
        var fetcher = Fetchers.fetcher(Fetchers.settings(), new Fetchers.Names(Map.of()))) {
      var url = WebUrl.of(server.url("/"));
      var request = new FetchRequest(url, Optional.empty(), OptionalInt.of(50_000_000));
      assertThat(fetcher.fetch(request)).isInstanceOf(TooLarge.class);
    }
  }

  @Test
  void redirectsThatTakeTheirTimeShareOneDeadline() {
    RawServer.Script slow =
        (request, out, _) -> {
          Thread.sleep(150);
          int n = Integer.parseInt(request.split(" ", 3)[1].substring(1));
          out.write(ascii("HTTP/1.1 302 Found\r\nLocation: /" + (n + 1) + "\r\n\r\n"));
        };
    var settings = Fetchers.settings(Duration.ofMillis(700), Duration.ofMillis(600));
    try (RawServer server = RawServer.running(slow);
        var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()))) {
      assertThat(fetcher.fetch(FetchRequest.of(WebUrl.of(server.url("/0")))))
          .isInstanceOf(TimedOut.class);
    }
  }

  @Test
  void fiftyVisitsToATarpitAllEnd() throws Exception {
    RawServer.Script tarpit =
        (_, out, _) -> {
          for (int i = 0; i < 200; i++) {
            out.write('H');
            out.flush();
            Thread.sleep(50);
          }
        };
    var settings = Fetchers.settings(Duration.ofMillis(500), Duration.ofMillis(400));
    try (RawServer server = RawServer.running(tarpit);
        var fetcher = Fetchers.fetcher(settings, new Fetchers.Names(Map.of()));
        var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<FetchOutcome>> visits = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        WebUrl url = WebUrl.of(server.url("/" + i));
        visits.add(() -> fetcher.fetch(FetchRequest.of(url)));
      }
      for (Future<FetchOutcome> visit : workers.invokeAll(visits)) {
        assertThat(visit.get()).isInstanceOf(TimedOut.class);
      }
    }
  }
}
