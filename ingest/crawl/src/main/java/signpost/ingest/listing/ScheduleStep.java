package signpost.ingest.listing;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Catalogue;
import signpost.catalogue.Guide;
import signpost.catalogue.ReadingSchedule;
import signpost.catalogue.Source;
import signpost.ingest.IngestConfig;
import signpost.ingest.frontier.Frontier;
import signpost.ingest.store.IngestMemo;
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

  /** A schedule that has fired, and what that makes due. */
  public record Fired(String name, Instant at, Consumer<Handle> due) {}

  /** The schedules that have fired since they last did. */
  public List<Fired> fired() {
    Catalogue now = catalogue.current();
    Instant at = clock.instant();
    Stream<Optional<Fired>> guides =
        now.guides().stream().map(it -> fired("guide:" + it.id(), it.schedule(), at, due(it, at)));
    Stream<Optional<Fired>> sources =
        now.sources().stream()
            .map(it -> fired("source:" + it.id(), it.schedule(), at, due(it, at)));
    return Stream.concat(guides, sources).flatMap(Optional::stream).toList();
  }

  /** Makes due what a schedule is for, and remembers that it fired. */
  public void fire(Fired fired) {
    database.write(handle -> {
      fired.due().accept(handle);
      IngestMemo.write(handle, fired.name(), fired.at().toString());
      return fired;
    });
  }

  private Consumer<Handle> due(Guide guide, Instant at) {
    List<CanonicalUrl> urls = CrawlNow.pagesOf(guide);
    return handle -> frontier.bringForward(handle, urls, at);
  }

  private Consumer<Handle> due(Source source, Instant at) {
    return handle -> frontier.bringSourceForward(handle, source.id(), at);
  }

  /** One that is seen for the first time begins now. */
  private Optional<Fired> fired(
      String name, ReadingSchedule schedule, Instant now, Consumer<Handle> due) {
    String memo = "schedule:" + name;
    Optional<Instant> last =
        database.read(handle -> IngestMemo.read(handle, memo)).map(Instant::parse);
    if (last.isEmpty()) {
      fire(new Fired(memo, now, _ -> {}));
    }
    return last.flatMap(it -> schedule.nextAfter(it, config.zone()))
        .filter(at -> !at.isAfter(now))
        .map(_ -> new Fired(memo, now, due));
  }
}
