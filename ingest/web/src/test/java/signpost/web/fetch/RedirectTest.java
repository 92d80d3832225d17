package signpost.web.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import signpost.kit.ClosedPort;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.InvalidUrl;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.FetchOutcome.RefusedByGuard;
import signpost.web.fetch.FetchOutcome.TooManyRedirects;

final class RedirectTest {
  /** Answers a path with a redirect to what the map says, other paths with 200. */
  private static RawServer redirecting(int status, Map<String, String> to) {
    return RawServer.running((request, out, _) -> {
      String path = request.split(" ", 3)[1];
      String answer =
          to.containsKey(path)
              ? "HTTP/1.1 " + status + " Moved\r\nLocation: " + to.get(path) + "\r\n\r\n"
              : "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    });
  }

  @Test
  void hopsAreFollowedAndKept() {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      try (RawServer server = redirecting(status, Map.of("/a", "b?x", "/b?x", "/c"))) {
        var answer = (Answered) Fetchers.fetch(server.url("/a"));
        assertThat(answer.finalUrl().href()).isEqualTo(server.url("/c"));
        assertThat(answer.hops()).extracting(RedirectHop::status).containsExactly(status, status);
        assertThat(answer.hops().getFirst().permanent()).isEqualTo(status == 301 || status == 308);
      }
    }
  }

  @Test
  void aFailureIsWhereTheRedirectLedAndTheOutcomeOfWhatWasAskedFor() {
    try (ClosedPort closed = new ClosedPort();
        RawServer server = redirecting(302, Map.of("/a", "/b", "/b", closed.url("/gone")))) {
      FetchOutcome outcome = Fetchers.fetch(server.url("/a"));
      assertThat(outcome).isInstanceOf(FetchOutcome.ConnectFailure.class);
      assertThat(outcome.requested().href()).isEqualTo(server.url("/a"));
      assertThat(outcome.at().href()).isEqualTo(closed.url("/gone"));
      assertThat(outcome.elsewhere()).isTrue();
    }
  }

  @Test
  void aFragmentOutlivesARedirectThatBringsNone() {
    try (RawServer server = redirecting(301, Map.of("/a", "/b", "/c", "/d#own"))) {
      assertThat(((Answered) Fetchers.fetch(server.url("/a#x"))).finalUrl().fragment())
          .hasValue("x");
      assertThat(((Answered) Fetchers.fetch(server.url("/c#x"))).finalUrl().fragment())
          .hasValue("own");
    }
  }

  @Test
  void aLocationInRawUtf8IsUnderstood() {
    try (RawServer server = redirecting(301, Map.of("/a", "/caf\u00e9"))) {
      assertThat(((Answered) Fetchers.fetch(server.url("/a"))).finalUrl().path())
          .isEqualTo("/caf%C3%A9");
    }
  }

  @Test
  void loopsAreSeenAtOnce() {
    try (RawServer server = redirecting(302, Map.of("/a", "/b", "/b", "/a#again"))) {
      var outcome = (TooManyRedirects) Fetchers.fetch(server.url("/a"));
      assertThat(outcome.loop()).isTrue();
      assertThat(outcome.hops()).hasSize(2);
    }
  }

  @Test
  void endlessRedirectsEndAfterTenHops() {
    RawServer.Script next =
        (request, out, _) -> {
          int n = Integer.parseInt(request.split(" ", 3)[1].substring(1));
          out.write(
              ("HTTP/1.1 302 Found\r\nLocation: /" + (n + 1) + "\r\n\r\n")
                  .getBytes(StandardCharsets.UTF_8));
        };
    try (RawServer server = RawServer.running(next)) {
      var outcome = (TooManyRedirects) Fetchers.fetch(server.url("/0"));
      assertThat(outcome.loop()).isFalse();
      assertThat(server.requests()).hasSize(11);
    }
  }

  @Test
  void aCookieIsKeptForTheVisitThatWasGivenIt() {
    RawServer.Script gate =
        (request, out, _) -> {
          boolean known = request.contains("Cookie: gate=1\r\n");
          boolean elsewhere = request.startsWith("GET /elsewhere");
          String answer =
              known || elsewhere
                  ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                  : String.join(
                      "\r\n",
                      "HTTP/1.1 302 Found",
                      "Set-Cookie: gate=1; Path=/in",
                      "Set-Cookie: x",
                      "Set-Cookie: other=1; Domain=example.org",
                      "Location: ?again",
                      "",
                      "");
          out.write(answer.getBytes(StandardCharsets.UTF_8));
        };
    try (RawServer server = RawServer.running(gate)) {
      for (int visit = 0; visit < 2; visit++) {
        assertThat(((Answered) Fetchers.fetch(server.url("/in"))).hops()).hasSize(1);
      }
      Fetchers.fetch(server.url("/elsewhere"));
      assertThat(server.requests())
          .filteredOn(it -> it.contains("Cookie:"))
          .hasSize(2)
          .allMatch(it -> it.startsWith("GET /in?again"));
    }
  }

  @Test
  void whatComesBackToTheSameAddressWithACookieIsNoCircle() {
    RawServer.Script counting =
        (request, out, _) -> {
          String answer =
              request.contains("Cookie: n=1\r\n")
                  ? "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                  : "HTTP/1.1 302 Found\r\nSet-Cookie: n=1\r\nLocation: /\r\n\r\n";
          out.write(answer.getBytes(StandardCharsets.UTF_8));
        };
    try (RawServer server = RawServer.running(counting)) {
      assertThat(Fetchers.fetch(server.url("/"))).isInstanceOf(Answered.class);
    }
  }

  @Test
  void aRedirectWithoutAnAddressIsAnAnswer() {
    try (RawServer server = RawServer.saying("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(((Answered) Fetchers.fetch(server.url("/"))).status()).isEqualTo(302);
    }
  }

  @Test
  void aRedirectToNoUrlIsSaidToBeOne() {
    try (RawServer server = redirecting(301, Map.of("/a", "http://[nonsense/"))) {
      var outcome = (InvalidUrl) Fetchers.fetch(server.url("/a"));
      assertThat(outcome.input()).isEqualTo("http://[nonsense/");
    }
  }

  @Test
  void everyHopIsGuarded() {
    for (String trap :
        new String[] {
          "http://10.0.0.1/",
          "http://169.254.169.254/latest/meta-data/",
          "http://[::1]/",
          "http://0x7f.0.0.2/",
          "http://2130706434/",
          "file:///etc/passwd",
          "ftp://127.0.0.1/",
          "http://user:secret@127.0.0.1/",
          "http://[::ffff:10.0.0.1]/",
          "javascript:alert(1)"
        }) {
      try (RawServer server = redirecting(302, Map.of("/a", trap))) {
        assertThat(Fetchers.fetch(server.url("/a"))).as(trap).isInstanceOf(RefusedByGuard.class);
      }
    }
  }
}
