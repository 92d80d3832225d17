package signpost.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who runs it, and what it tells browsers and crawlers of itself, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SiteTest {
  private static final List<String> ABOUT_US = List.of("/privacy", "/accessibility", "/crawler");

  private final RunningSearch named;
  private final RunningSearch unnamed;

  SiteTest(@TempDir Path data) {
    named =
        RunningSearch.start(
            data.resolve("named"),
            RunningSearch.NO_BROKER,
            "",
            Map.of(
                "signpost.organisation.name",
                "Great & Good Council",
                "signpost.organisation.address",
                "Town Hall, Anytown AN1 1AA",
                "signpost.organisation.data-protection",
                "dpo@council.example",
                "signpost.organisation.privacy-url",
                "https://council.example/privacy",
                "signpost.organisation.lawful-basis",
                "public-task",
                "signpost.contact",
                "signpost@council.example",
                "signpost.public-url",
                "https://signpost.council.example/"));
    unnamed = RunningSearch.withoutBroker(data.resolve("unnamed"));
  }

  @BeforeAll
  void fill() throws Exception {
    SampleWorld.fill(named);
  }

  @AfterAll
  void stop() {
    named.close();
    unnamed.close();
  }

  @Test
  void everyPageAboutUsNamesWhoRunsItAndHowToReachThem() throws Exception {
    for (String path : ABOUT_US) {
      assertThat(named.get(path).body())
          .as(path)
          .contains("<bdi>Great &amp; Good Council</bdi>")
          .contains("Town Hall, Anytown AN1 1AA")
          .contains("href=\"mailto:signpost@council.example\"");
    }
  }

  @Test
  void whereNothingIsSetThePagesSaySoAndLeadNowhere() throws Exception {
    for (String path : ABOUT_US) {
      assertThat(unnamed.get(path).body())
          .as(path)
          .contains("has not put their name here yet")
          .doesNotContain("mailto:")
          .doesNotContain("href=\"\"");
    }
    assertThat(unnamed.get("/crawler").body()).contains("the address in our user agent");
  }

  @Test
  void privacyPageSaysRightsBasisAndWhereToComplain() throws Exception {
    assertThat(named.get("/privacy").body())
        .contains("href=\"mailto:dpo@council.example\"")
        .contains("href=\"https://council.example/privacy\"")
        .contains("Article 6(1)(e)")
        .contains("https://ico.org.uk/make-a-complaint/")
        .contains("id=\"data-kept\"");
    assertThat(unnamed.get("/privacy").body()).contains("has not put here yet on which basis");
  }

  @Test
  void filesForCrawlersAndBrowsersAnswerToGetAndHead() throws Exception {
    Map<String, String> files =
        Map.of(
            "/robots.txt", "text/plain;charset=utf-8",
            "/sitemap.xml", "application/xml;charset=utf-8",
            "/favicon.ico", "image/svg+xml",
            "/favicon.svg", "image/svg+xml",
            "/.well-known/security.txt", "text/plain;charset=utf-8");
    for (Map.Entry<String, String> file : files.entrySet()) {
      HttpResponse<String> whole = ask("GET", file.getKey());
      HttpResponse<String> head = ask("HEAD", file.getKey());

      assertThat(whole.statusCode()).as(file.getKey()).isEqualTo(200);
      assertThat(head.statusCode()).as(file.getKey()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      for (HttpResponse<String> answer : List.of(whole, head)) {
        assertThat(answer.headers().firstValue("content-type")).hasValue(file.getValue());
        assertThat(answer.headers().firstValue("cache-control"))
            .hasValueSatisfying(it -> assertThat(it).startsWith("public, max-age="));
      }
    }
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(named.at("") + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void sitemapHasGuidesAtThePublicAddressAndWhenTheyChanged() throws Exception {
    assertThat(named.get("/sitemap.xml").body())
        .contains("<loc>https://signpost.council.example/</loc>")
        .containsPattern(
            "<loc>https://signpost\\.council\\.example/guide/snap</loc><lastmod>2026-11-\\d\\dT");
    assertThat(named.get("/robots.txt").body())
        .contains("Sitemap: https://signpost.council.example/sitemap.xml");
  }

  @Test
  void withoutAContactThereIsNobodyToTellOfAHole() throws Exception {
    assertThat(unnamed.get("/.well-known/security.txt").statusCode()).isEqualTo(404);
    assertThat(named.get("/.well-known/security.txt").body())
        .contains("Contact: mailto:signpost@council.example");
  }
}
