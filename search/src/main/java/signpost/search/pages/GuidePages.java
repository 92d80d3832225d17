package signpost.search.pages;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import signpost.search.api.NotFoundException;
import signpost.search.query.GuideState;
import signpost.search.query.Lookups;

@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class GuidePages {
  private final Lookups lookups;
  private final Frames frames;
  private final Html html;
  private final InstantSource clock;

  GuidePages(Lookups lookups, Frames frames, Html html, @Named("clock") InstantSource clock) {
    this.lookups = lookups;
    this.frames = frames;
    this.html = html;
    this.clock = clock;
  }

  record All(Frame frame, List<GuideView> guides) {}

  record One(Frame frame, GuideView guide) {}

  @Get("/guides")
  HttpResponse<String> all() throws IOException {
    Instant now = clock.instant();
    return html.ok(
        "guides",
        new All(
            frames.of("Guides", Frame.Place.GUIDES),
            lookups.guides().stream().map(guide -> GuideView.of(guide, now)).toList()));
  }

  @Get("/guide/{id}")
  HttpResponse<String> one(String id) throws IOException {
    Optional<GuideState> guide = lookups.guide(id);
    if (guide.isEmpty()) {
      throw new NotFoundException("There is no guide of that name.");
    }
    String title = guide.get().guide().title();
    return html.ok(
        "guide",
        new One(frames.of(title, Frame.Place.GUIDES), GuideView.of(guide.get(), clock.instant())));
  }
}
