package signpost.tools.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import signpost.url.WebUrl;
import signpost.web.fetch.FetchOutcome;
import signpost.web.fetch.FetchOutcome.Answered;
import signpost.web.fetch.FetchOutcome.RedirectHop;
import signpost.web.fetch.FetchOutcome.RefusedByRobots;
import signpost.web.fetch.FetchOutcome.TooManyRedirects;
import signpost.web.fetch.FetchRequest;
import signpost.web.fetch.Fetcher.HopRule;
import signpost.web.fetch.Headers;
import signpost.web.fetch.ResponseBody;

class RedirectFollowerTest {
  private static final InstantSource STILL = InstantSource.fixed(Instant.EPOCH);

  private static final Duration STILLNESS = Duration.ZERO;

  private final List<String> asked = new ArrayList<>();

  @Test
  void theHostARedirectLeadsToIsAskedForItsRulesAndTheOneNamedIsNot() {
    assertThat(fetch("https://named.example/old"))
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> assertThat(answer.finalUrl().href()).isEqualTo("https://other.example/open"));
    assertThat(asked)
        .containsExactly(
            "https://named.example/old",
            "https://other.example/robots.txt",
            "https://other.example/open");
  }

  @Test
  void whatWasAskedForAndTheWayFromItAreToldWithTheAnswer() {
    assertThat(fetch("https://named.example/old"))
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.requested().href()).isEqualTo("https://named.example/old");
              assertThat(answer.hops())
                  .containsExactly(
                      new RedirectHop(
                          WebUrl.of("https://named.example/old"),
                          302,
                          WebUrl.of("https://other.example/open")));
            });
  }

  @Test
  void whoeverAsksMayEndTheVisitWhereARedirectLeads() {
    FetchOutcome away =
        new TooManyRedirects(WebUrl.of("https://a.example/"), List.of(), false, STILLNESS);
    HopRule staying = next -> Optional.of(away).filter(_ -> !next.host().equals("named.example"));

    assertThat(follower().fetch(request("https://named.example/old"), staying)).isEqualTo(away);
    assertThat(asked).containsExactly("https://named.example/old");
    assertThat(follower().fetch(request("https://named.example/gate"), staying))
        .isInstanceOf(Answered.class);
  }

  @Test
  void whoeverHasARuleOfItsOwnAsksForRobotsByIt() {
    assertThat(follower().fetch(request("https://named.example/old"), _ -> Optional.empty()))
        .isInstanceOf(Answered.class);
    assertThat(asked).containsExactly("https://named.example/old", "https://other.example/open");
  }

  @Test
  void whatItsRulesForbidIsNotAskedFor() {
    assertThat(fetch("https://named.example/hidden")).isInstanceOf(RefusedByRobots.class);
    assertThat(asked).doesNotContain("https://other.example/closed");
  }

  @Test
  void redirectsWithoutEndAreTooMany() {
    assertThat(fetch("https://named.example/loop")).isInstanceOf(TooManyRedirects.class);
    assertThat(asked).hasSize(11);
  }

  @Test
  void aCookieThatARedirectSetsIsSentOnTheWayBack() {
    assertThat(fetch("https://named.example/gate"))
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(asked).containsExactly("https://named.example/gate", "https://named.example/gate");
  }

  private FetchOutcome fetch(String url) {
    return follower().fetch(request(url));
  }

  private RedirectFollower follower() {
    return new RedirectFollower(this::site, it -> it.host().equals("named.example"), STILL);
  }

  private static FetchRequest request(String url) {
    return FetchRequest.of(WebUrl.of(url));
  }

  private FetchOutcome site(FetchRequest request) {
    asked.add(request.url().href());
    return switch (request.url().href()) {
      case "https://named.example/old" -> moved(request, "https://other.example/open");
      case "https://named.example/hidden" -> moved(request, "https://other.example/closed");
      case "https://named.example/gate" ->
          request.cookies().equals(Optional.of("gate=1"))
              ? answer(request, 200, Map.of(), "page")
              : answer(
                  request,
                  302,
                  Map.of("location", List.of("/gate"), "set-cookie", List.of("gate=1")),
                  "");
      case "https://named.example/loop" -> moved(request, "/loop");
      case "https://other.example/robots.txt" ->
          answer(request, 200, Map.of(), "User-agent: *\nDisallow: /closed\n");
      default -> answer(request, 200, Map.of(), "page");
    };
  }

  private static FetchOutcome moved(FetchRequest request, String to) {
    return answer(request, 302, Map.of("location", List.of(to)), "");
  }

  private static FetchOutcome answer(
      FetchRequest request, int status, Map<String, List<String>> headers, String body) {
    return new Answered(
        request.url(),
        request.url(),
        status,
        List.of(),
        new Headers(headers),
        ResponseBody.of(body.getBytes(UTF_8)),
        Duration.ZERO);
  }
}
