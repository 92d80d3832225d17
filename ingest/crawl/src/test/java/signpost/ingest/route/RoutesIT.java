package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.ingest.visit.Visit;
import signpost.kit.SteppedClock;
import signpost.record.camel.RouteFigure;
import signpost.record.camel.RouteFigures;

/** Each outcome of a visit goes its own way, and ops sees what went through. */
class RoutesIT {
  private static final Duration FIRST_VISITS = Duration.ofHours(12);

  @TempDir static Path folder;
  private static final Site SITE = new Site();
  private static final SteppedClock CLOCK = new SteppedClock(Instant.parse("2026-01-05T09:00:00Z"));

  @SuppressWarnings("NullAway.Init") // started before all tests
  private static Crawl crawl;

  @BeforeAll
  static void visitEverything() throws IOException {
    SITE.body("/robots.txt", "text/plain", "User-agent: *\nDisallow: /no\n".getBytes(UTF_8));
    SITE.page("/help/page", page("Page"));
    SITE.unchanging("/same", page("Same"));
    SITE.redirect("/circle", "/circle");
    SITE.redirect("/dead", "http://dead.invalid/");
    crawl =
        new Crawl(
            folder,
            SITE,
            CLOCK,
            RoutesIT.class,
            "/help/page",
            "/same",
            "/missing",
            "/circle",
            "/no",
            "/dead");
    crawl.settle();
    crawl.later(FIRST_VISITS);
    crawl.later(Duration.ofDays(1)); // past the guide's own hour
  }

  @AfterAll
  static void stop() {
    crawl.close();
    SITE.close();
  }

  @Test
  void everyOutcomeOfAVisitHasItsRoute() {
    assertThat(crawl.bean(CamelContext.class).getRoutes())
        .extracting(Route::getRouteId)
        .containsAll(
            Arrays.stream(Visit.class.getPermittedSubclasses())
                .map(type -> "visit-" + dashed(type.getSimpleName()))
                .toList());
  }

  @Test
  void everyRouteWasTakenAndNoneFailed() {
    assertThat(crawl.bean(RouteFigures.class).all())
        .allSatisfy(it -> assertThat(it.through()).as(it.route()).isPositive())
        .allSatisfy(it -> assertThat(it.failed()).as(it.route()).isZero())
        .extracting(RouteFigure::route)
        .contains(
            "visit-probe", "catalogue-look", "schedule-look", "schedule-fire", "registration-look");
  }

  @Test
  void aVisitGoesByOneWayAlone() {
    await()
        .untilAsserted(() -> {
          Map<String, Long> through =
              crawl.bean(RouteFigures.class).all().stream()
                  .collect(Collectors.toMap(RouteFigure::route, RouteFigure::through));
          long ways =
              Arrays.stream(Visit.class.getPermittedSubclasses())
                  .mapToLong(
                      type -> through.getOrDefault("visit-" + dashed(type.getSimpleName()), 0L))
                  .sum();
          assertThat(through.get("visit-fetch")).isEqualTo(ways);
          assertThat(through.get("visit-ask"))
              .isEqualTo(ways + through.getOrDefault("visit-probe", 0L));
        });
  }

  @Test
  void opsSeesEachRoute() throws IOException {
    assertThat(crawl.get("/api/routes")).contains("\"route\":\"visit-refused\"", "\"meanMillis\":");
    assertThat(crawl.get("/prometheus"))
        .contains("camel_route_policy_seconds_count", "routeId=\"visit-moved-on\"");
  }

  @Test
  void aRouteThatStoppedIsToldByHealth() throws Exception {
    CamelContext camel = crawl.bean(CamelContext.class);
    assertThat(crawl.get("/health")).contains("\"status\":\"UP\"");
    camel.getRouteController().stopRoute("visit-unread");
    try {
      assertThatThrownBy(() -> crawl.get("/health")).hasMessageContaining("503");
    } finally {
      camel.getRouteController().startRoute("visit-unread");
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
  }

  private static String page(String title) {
    return "<!doctype html><title>%s</title><main><h1>%s</h1><p>%s</p></main>"
        .formatted(title, title, "Where to turn to, and what to expect of whom. ".repeat(12));
  }
}
