package signpost.ingest.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import signpost.events.Topics;
import signpost.ingest.frontier.SqlFrontier;
import signpost.ingest.frontier.TargetKind;
import signpost.ingest.frontier.WatchedUrl;
import signpost.kit.PostgresServer;
import signpost.record.outbox.Outbox;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;

/** Two ingests on one PostgreSQL, whose pages link to one another in every order. */
class OneWriterIT {
  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
  private static final int PAGES = 12;
  private static final int VISITS = 40;

  @Test
  void rowsLockedInEveryOrderAreNobodysDeadlock() {
    String url = PostgresServer.empty();
    try (Database one = Databases.postgres(url);
        Database other = Databases.postgres(url)) {
      List<CompletableFuture<Boolean>> visits = new ArrayList<>();
      Random random = new Random(19);
      for (int visit = 0; visit < VISITS; visit++) {
        visits.add(visit(one, shuffled(random)));
        visits.add(visit(other, shuffled(random)));
      }
      assertThat(visits).allSatisfy(visit -> assertThat(visit.join()).isTrue());
      assertThat(new Outbox(one).unsentCount()).isEqualTo(2L * VISITS * PAGES);
    }
  }

  private static CompletableFuture<Boolean> visit(Database database, List<CanonicalUrl> links) {
    SqlFrontier frontier = new SqlFrontier(database);
    Outbox outbox = new Outbox(database);
    return database.writing(handle -> {
      frontier.watch(handle, links.stream().map(OneWriterIT::watch).toList());
      links.forEach(link -> outbox.remove(handle, Topics.PAGES, link.value(), NOON));
      frontier.bringForward(handle, links.reversed(), NOON);
      return true;
    });
  }

  private static List<CanonicalUrl> shuffled(Random random) {
    List<CanonicalUrl> urls =
        new ArrayList<>(
            IntStream.range(0, PAGES)
                .mapToObj(page -> "https://h%d.example/%d".formatted(page % 7, page))
                .flatMap(url -> CanonicalUrl.parse(url).stream())
                .toList());
    Collections.shuffle(urls, random);
    return urls;
  }

  private static WatchedUrl watch(CanonicalUrl url) {
    return new WatchedUrl(
        url, url.value(), TargetKind.OUTLINK, false, Optional.empty(), 1, NOON.plusSeconds(60));
  }
}
