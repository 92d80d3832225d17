package signpost.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.RouteInfo;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import signpost.search.gate.ForAnyone;

/** What caches may keep, what pages of other sites may read, and how both are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReadElsewhereTest {
  private static final List<String> FOR_PROGRAMS =
      List.of(
          "/api/search?q=trauma",
          "/api/suggest?q=trauma",
          "/api/resources?url=" + SampleWorld.BRAIN,
          "/api/resources/related?url=" + SampleWorld.BRAIN,
          "/api/guides/snap",
          "/api/changes",
          "/api/openapi.yaml",
          "/api/suggest/opensearch?q=trauma",
          "/search.atom?q=trauma",
          "/changes.atom",
          "/guide/snap.atom",
          "/search.json?q=trauma",
          "/changes.json",
          "/guide/snap.json");

  private static final List<String> FOR_PEOPLE =
      List.of(
          "/",
          "/search?q=trauma",
          "/resource?url=" + SampleWorld.BRAIN,
          "/guides",
          "/guide/snap",
          "/changes",
          "/privacy",
          "/api");

  private static final List<String> NOT_FOR_ALL =
      List.of("/yours", "/yours/link", "/yours/feed?t=x", "/sign-in", "/answer", "/ops", "/audit");

  private final RunningSearch search;
  private final HttpClient client = HttpClient.newHttpClient();

  ReadElsewhereTest(@TempDir Path data) {
    search =
        RunningSearch.start(
            data,
            RunningSearch.NO_BROKER,
            "",
            Map.of("signpost.ops.password", "a long pass phrase of ops"));
  }

  @BeforeAll
  void fill() throws IOException {
    SampleWorld.fill(search);
  }

  @AfterAll
  void stop() {
    search.close();
  }

  private HttpResponse<String> ask(String method, URI address, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
  }

  private HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    return ask("GET", URI.create(search.address() + path), headers);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String opsPassword() {
    return "Basic b3BzOmEgbG9uZyBwYXNzIHBocmFzZSBvZiBvcHM="; // ops:a long pass phrase of ops
  }

  @Test
  void pagesOfOtherSitesReadWhatIsForPrograms() throws Exception {
    for (String path : FOR_PROGRAMS) {
      HttpResponse<String> answer = get(path, "origin", "https://other.example");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "access-control-allow-origin")).as(path).isEqualTo("*");
      assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("cross-origin");
      assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }
    for (String wrong :
        List.of(
            "/api/search?naton=Wales",
            "/api/guides/none",
            "/search.json?naton=Wales",
            "/guide/none.json")) {
      HttpResponse<String> answer = get(wrong);
      assertThat(header(answer, "access-control-allow-origin")).as(wrong).isEqualTo("*");
      assertThat(header(answer, "content-type")).startsWith("application/problem+json");
    }
  }

  @Test
  void pagesOfOtherSitesReadNothingWhereThatIsSwitchedOff(@TempDir Path data) throws Exception {
    try (RunningSearch closed =
        RunningSearch.start(
            data, RunningSearch.NO_BROKER, "", Map.of("signpost.other-sites", false))) {
      URI address = URI.create(closed.address() + "/api/search?q=trauma");
      for (String method : List.of("GET", "OPTIONS")) {
        HttpResponse<String> answer =
            ask(
                method,
                address,
                "origin",
                "https://other.example",
                "access-control-request-method",
                "GET");
        assertThat(answer.statusCode()).as(method).isIn(200, 204);
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(header(answer, "cross-origin-resource-policy")).isNotEqualTo("cross-origin");
      }
    }
  }

  @Test
  void pagesOfOtherSitesReadNothingElse() throws Exception {
    for (List<String> paths : List.of(FOR_PEOPLE, NOT_FOR_ALL)) {
      for (String path : paths) {
        HttpResponse<String> answer = get(path, "origin", "https://other.example");
        assertThat(answer.headers().map())
            .as(path)
            .doesNotContainKey("access-control-allow-origin");
        assertThat(header(answer, "cross-origin-resource-policy")).isNotEqualTo("cross-origin");
      }
    }
    URI near = URI.create(search.opsAddress() + "/api/changes");
    assertThat(ask("GET", near).headers().map()).doesNotContainKey("access-control-allow-origin");
    for (String path : List.of("/api/changes", "/search.json", "/ops")) {
      HttpResponse<String> known =
          get(path, "authorization", opsPassword(), "origin", "https://other.example");
      assertThat(known.statusCode()).as(path).isEqualTo(200);
      assertThat(known.headers().map()).as(path).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void browserThatAsksFirstIsAnswered() throws Exception {
    String[] asks = {
      "origin", "https://other.example",
      "access-control-request-method", "GET",
      "access-control-request-headers", "if-none-match"
    };
    for (String path : List.of("/api/search", "/guide/snap.json", "/api/guides/snap")) {
      HttpResponse<String> may = ask("OPTIONS", URI.create(search.address() + path), asks);
      assertThat(may.statusCode()).as(path).isEqualTo(204);
      assertThat(header(may, "access-control-allow-origin")).isEqualTo("*");
      assertThat(header(may, "access-control-allow-methods")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(header(may, "access-control-allow-headers")).isEqualTo("*");
    }

    for (String path : List.of("/yours", "/search", "/ops")) {
      HttpResponse<String> not = ask("OPTIONS", URI.create(search.address() + path), asks);
      assertThat(not.statusCode()).as(path).isGreaterThanOrEqualTo(400);
      assertThat(not.headers().map()).as(path).doesNotContainKey("access-control-allow-origin");
    }
  }

  @Test
  void whatCachesHaveIsNotSentAgain() throws Exception {
    for (List<String> paths : List.of(FOR_PROGRAMS, FOR_PEOPLE)) {
      for (String path : paths) {
        HttpResponse<String> first = get(path);
        String tag = header(first, "etag");
        assertThat(first.body()).as(path).isNotEmpty();
        assertThat(tag).as(path).matches("W/\"[0-9a-f-]{36}\"");
        assertThat(header(first, "cache-control")).as(path).isEqualTo("public, no-cache");
        assertThat(header(first, "vary")).contains("cookie", "authorization", "accept-encoding");

        HttpResponse<String> again = get(path, "if-none-match", "\"other\", " + tag);
        assertThat(again.statusCode()).as(path).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "etag")).isEqualTo(tag);
        assertThat(header(again, "cache-control")).isEqualTo("public, no-cache");
        assertThat(get(path, "if-none-match", "\"other\"").body()).isEqualTo(first.body());
        assertThat(get(path, "if-none-match", "\"a,*,b\"").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void answersSayWhatTheyAreAsBefore() throws Exception {
    assertThat(header(get("/api/changes"), "content-type")).startsWith("application/json");
    assertThat(header(get("/api"), "content-type")).isEqualTo("text/html;charset=utf-8");
    HttpResponse<String> head = ask("HEAD", URI.create(search.address() + "/api/changes"));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "cache-control")).isEqualTo("public, no-cache");
  }

  @Test
  void whatIsNewIsSentToWhoeverHasTheOld() throws Exception {
    String path = "/api/search?q=porcupines";
    String tag = header(get(path), "etag");

    search.put(Samples.page("https://a.example/quills", "Porcupines", "", "Porcupines."));

    HttpResponse<String> answer = get(path, "if-none-match", tag);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("https://a.example/quills");
  }

  @Test
  void nothingIsKeptOfWhatSomebodyGetsWhoIsKnown() throws Exception {
    for (String path :
        List.of(
            "/",
            "/search?q=trauma",
            "/api/search?q=trauma",
            "/search.atom?q=trauma",
            "/guide/snap.json",
            "/ops")) {
      HttpResponse<String> answer = get(path, "authorization", opsPassword(), "if-none-match", "*");
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(header(answer, "cache-control")).as(path).isEqualTo("private, no-store");
      assertThat(answer.headers().map()).as(path).doesNotContainKey("etag");
    }
    for (String path : NOT_FOR_ALL) {
      assertThat(header(get(path), "cache-control")).as(path).doesNotContain("public");
    }
  }

  /** A page that gets the mark is kept by caches: it is to be added here by whoever meant it. */
  @Test
  void nothingElseIsMarkedAsForAnyone() {
    Map<Boolean, Set<String>> marked =
        search
            .bean(Router.class)
            .uriRoutes()
            .<Class<?>>map(RouteInfo::getDeclaringType)
            .filter(it -> it.isAnnotationPresent(ForAnyone.class))
            .collect(
                partitioningBy(
                    it -> it.getAnnotation(ForAnyone.class).programs(),
                    mapping(Class::getSimpleName, toCollection(TreeSet::new))));

    assertThat(marked.get(true))
        .containsExactly(
            "DescriptionController",
            "FeedController",
            "LookupController",
            "McpController",
            "SearchController",
            "SuggestController");
    assertThat(marked.get(false))
        .containsExactly(
            "ChangesPage",
            "GuidePages",
            "HomePage",
            "ResourcePage",
            "ResultsPage",
            "RevisionPage",
            "SiteFiles",
            "SourcePage",
            "StaticPages");
  }

  @Test
  void whatTheApiDoesNotHaveIsToldAsProblem() throws Exception {
    for (String path : List.of("/api/nowhere", "/api/guides/none", "/api/resources?url=x")) {
      HttpResponse<String> answer = get(path, "accept", "application/json");
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(header(answer, "content-type")).startsWith("application/problem+json");
      assertThat(answer.body()).contains("\"status\":404", "\"detail\":");
    }
    assertThat(header(get("/nowhere"), "content-type")).startsWith("text/html");
  }

  @Test
  void addressSaysWhatItTakesToWhoeverAsksItOtherwise() throws Exception {
    for (String method : List.of("PUT", "DELETE", "PATCH")) {
      HttpResponse<String> api = ask(method, URI.create(search.address() + "/api/search"));
      assertThat(api.statusCode()).as(method).isEqualTo(405);
      assertThat(header(api, "allow")).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(header(api, "content-type")).startsWith("application/problem+json");

      HttpResponse<String> feed = ask(method, URI.create(search.address() + "/search.json"));
      assertThat(feed.statusCode()).isEqualTo(405);
      assertThat(header(feed, "content-type")).startsWith("application/problem+json");

      HttpResponse<String> page = ask(method, URI.create(search.address() + "/guides"));
      assertThat(page.statusCode()).isEqualTo(405);
      assertThat(header(page, "allow")).isEqualTo("GET, HEAD");
      assertThat(header(page, "content-type")).startsWith("text/html");
    }
    HttpResponse<String> post =
        ask("POST", URI.create(search.address() + "/api/search"), "content-type", "text/plain");
    assertThat(post.statusCode()).isEqualTo(405);
  }
}
