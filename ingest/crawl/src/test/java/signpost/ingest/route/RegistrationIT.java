package signpost.ingest.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import signpost.events.LinkEvent.DomainState;
import signpost.events.LinkEvent.DomainTransition;
import signpost.kit.SteppedClock;

/** A registry of the test's own is asked about names, and owners hear of those that end. */
class RegistrationIT {
  private static final Instant BEGAN = Instant.parse("2026-01-05T09:00:00Z");
  private static final String ASKED = "/rdap/domain/trust.org.uk";

  @TempDir Path folder;
  private final Site site = new Site();
  private final SteppedClock clock = new SteppedClock(BEGAN);

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void aNameIsToldThirtyDaysBeforeItEndsAndAgainWhenItIsRenewed() throws IOException {
    site.page("/toolkit", "<title>Toolkit</title><main><h1>Toolkit</h1><p>Words enough.</main>");
    registered(40);
    try (Crawl crawl = crawl()) {
      crawl.settle();
      crawl.later(Duration.ofDays(9));
      assertThat(crawl.told().of(DomainTransition.class)).isEmpty();

      crawl.later(Duration.ofDays(1));
      assertThat(crawl.told().of(DomainTransition.class))
          .singleElement()
          .satisfies(told -> {
            assertThat(told.state()).isEqualTo(DomainState.ENDING);
            assertThat(told.domain()).isEqualTo("trust.org.uk");
            assertThat(told.host()).isEqualTo("http://www.trust.org.uk:" + site.port());
            assertThat(told.placed()).hasSize(1);
            assertThat(told.explanation().reason()).contains("until 14 February 2026");
          });

      site.busy(ASKED);
      crawl.later(Duration.ofDays(2));
      assertThat(crawl.told().of(DomainTransition.class)).as("told while nobody knows").hasSize(2);

      registered(405);
      crawl.restart();
      crawl.later(Duration.ofDays(30));
      assertThat(crawl.told().of(DomainTransition.class))
          .last()
          .satisfies(told -> assertThat(told.state()).isEqualTo(DomainState.RENEWED));
    }
  }

  private void registered(int days) {
    String answer =
        """
        {"objectClassName": "domain", "ldhName": "TRUST.ORG.UK",
         "events": [{"eventAction": "expiration", "eventDate": "%s"}]}
        """
            .formatted(BEGAN.plus(Duration.ofDays(days)));
    site.ready(ASKED);
    site.body(ASKED, "application/rdap+json", answer.getBytes(UTF_8));
  }

  private Crawl crawl() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        folder.resolve("data/rdap-dns.json"),
        "{\"services\": [[[\"uk\"], [\"%s\"]]]}".formatted(site.url("/rdap/")));
    Crawl crawl =
        new Crawl(
            folder,
            site,
            clock,
            RegistrationIT.class,
            Map.of("signpost.fetch.resolve", "*.trust.org.uk=127.0.0.1"),
            new String[] {"/toolkit"});
    crawl.edit("http://127.0.0.1:", "http://www.trust.org.uk:");
    return crawl;
  }
}
