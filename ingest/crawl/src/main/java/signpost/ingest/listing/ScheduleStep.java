package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Guide;
import signpost.catalogue.Schedule;
import signpost.catalogue.Source;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Frontier;
import signpost.record.store.Database;
import signpost.url.CanonicalUrl;

/**
 * Makes guides and sources due when their schedules say so, by the clock. What fell due while we
 * were down falls due once at the next tick.
 */
@Singleton
public final class ScheduleStep {
  private final Database database;
  private final Frontier frontier;
  private final CatalogueStep catalogue;
  private final IngestConfig config;
  private final InstantSource clock;

  ScheduleStep(
      Database database,
      Frontier frontier,
      CatalogueStep catalogue,
      IngestConfig config,
      @Named("clock") InstantSource clock) {
    this.database = database;
    this.frontier = frontier;
    this.catalogue = catalogue;
    this.config = config;
    this.clock = clock;
  }

  /** Looks whether a schedule has fired since the last look. */
  public void tick() {
    Catalogue now = catalogue.current();
    Instant at = clock.instant();
    now.guides()
        .forEach(guide -> fire("guide:" + guide.id(), guide.schedule(), at, due(guide, at)));
    now.sources()
        .forEach(source -> fire("source:" + source.id(), source.schedule(), at, due(source, at)));
  }

  private Consumer<Handle> due(Guide guide, Instant at) {
    List<CanonicalUrl> urls = CrawlNow.pagesOf(guide);
    return handle -> frontier.bringForward(handle, urls, at);
  }

  private Consumer<Handle> due(Source source, Instant at) {
    return handle -> frontier.bringSourceForward(handle, source.id(), at);
  }

  private void fire(String name, Schedule schedule, Instant now, Consumer<Handle> work) {
    String memo = "schedule:" + name;
    Instant last =
        database.read(handle -> Memo.read(handle, memo)).map(Instant::parse).orElse(Instant.MIN);
    boolean never = last.equals(Instant.MIN);
    boolean fires =
        !never
            && schedule.nextAfter(last, config.zone()).filter(at -> !at.isAfter(now)).isPresent();
    if (never || fires) {
      database.write(handle -> {
        if (fires) {
          work.accept(handle);
        }
        Memo.write(handle, memo, now.toString());
        return fires;
      });
    }
  }
}
