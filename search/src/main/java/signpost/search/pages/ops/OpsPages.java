package signpost.search.pages.ops;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import signpost.record.FailingLoop;
import signpost.record.Supervisor;
import signpost.record.meter.PartFigures;
import signpost.record.meter.PartStatus;
import signpost.record.meter.SignpostMeter;
import signpost.search.api.SearchParameters;
import signpost.search.gate.ForOps;
import signpost.search.gate.RefusedCallException;
import signpost.search.pages.HtmlRenderer;
import signpost.search.pages.IngestApi;
import signpost.search.pages.NotifierApi;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageFrame.NavigationEntry;
import signpost.search.pages.PageFrames;
import signpost.search.pages.ops.OpsPart.AwayPart;
import signpost.search.pages.ops.OpsPart.RefusingPart;
import signpost.search.pages.ops.OpsPart.ToldPart;

/** All of Signpost in one look: whether anything needs somebody, and how each part stands. */
@ForOps
@Controller("/ops")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OpsPages {
  private static final Duration WITHIN = Duration.ofSeconds(3);

  private final IngestApi ingest;
  private final NotifierApi notifier;
  private final PartFigures own;
  private final Supervisor supervisor;
  private final PageFrames frames;
  private final HtmlRenderer html;

  OpsPages(
      IngestApi ingest,
      NotifierApi notifier,
      PartFigures own,
      Supervisor supervisor,
      PageFrames frames,
      HtmlRenderer html) {
    this.ingest = ingest;
    this.notifier = notifier;
    this.own = own;
    this.supervisor = supervisor;
    this.frames = frames;
    this.html = html;
  }

  /** What needs somebody, and the parts in the order of what happens. */
  record OpsModel(PageFrame frame, List<OpsTrouble> troubles, List<OpsPart> parts) {

    /** A figure of whichever part has it. */
    OptionalDouble figure(SignpostMeter meter, String... labels) {
      return parts.stream()
          .map(part -> part.figure(meter, labels))
          .filter(OptionalDouble::isPresent)
          .findFirst()
          .orElse(OptionalDouble.empty());
    }

    /** A number for people; a dash where it is not known. */
    String number(SignpostMeter meter, String... labels) {
      return OpsWords.number(figure(meter, labels));
    }
  }

  @Get
  HttpResponse<String> overview(HttpRequest<?> request) {
    SearchParameters.refuseUnknown(request.getParameters(), List.of());
    CompletableFuture<OpsPart> crawler = asking("ingest", ingest::figures, ingest::loops);
    CompletableFuture<OpsPart> teller = asking("notifier", notifier::figures, notifier::loops);
    List<OpsPart> parts =
        List.of(
            crawler.join(),
            new ToldPart("search", own.status(), supervisor.failing()),
            teller.join());
    return html.ok(
        "ops/overview",
        new OpsModel(frames.of("Overview", NavigationEntry.OPS), OpsTroubles.of(parts), parts));
  }

  /** One that has not answered by now counts as away, and keeps nobody waiting. */
  static CompletableFuture<OpsPart> asking(
      String name,
      Supplier<@Nullable PartStatus> status,
      Supplier<@Nullable List<FailingLoop>> failing) {
    CompletableFuture<OpsPart> asked = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("ops-" + name)
        .start(() -> {
          try {
            asked.complete(asked(name, status.get(), failing.get()));
          } catch (RefusedCallException e) {
            asked.complete(new RefusingPart(name, e.reason()));
          } catch (RuntimeException _) {
            asked.complete(new AwayPart(name));
          }
        });
    return asked.completeOnTimeout(new AwayPart(name), WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The client has nothing for what the part does not know, as an older one. */
  static OpsPart asked(
      String name, @Nullable PartStatus status, @Nullable List<FailingLoop> failing) {
    return status == null || failing == null
        ? new AwayPart(name)
        : new ToldPart(name, status, failing);
  }
}
