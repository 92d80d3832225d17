package signpost.sample.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.sample.noise.NoisyVisit;
import signpost.sample.noise.PageNoise;

/** One twin: its pages as they are at an instant, in its publisher's look. */
final class SampleSite {
  private final SampleHost twin;
  private final int first;
  private final Map<String, SamplePage> pages = new LinkedHashMap<>();
  private final PublisherLook look;
  private final PdfPages papers = new PdfPages();

  /** {@code first}: how many pages other sites have, before this one's first. */
  SampleSite(SampleHost twin, int first) {
    this.twin = twin;
    this.first = first;
    SamplePage.parse(SampleFiles.read(twin.id() + "/pages.txt"))
        .forEach(p -> pages.put(p.path(), p));
    this.look = new PublisherLook(twin);
  }

  int size() {
    return pages.size();
  }

  /** Every page that is there at an instant, altered by what is happening. */
  List<SamplePage> pages(Instant at) {
    return Stream.concat(
            pages.keySet().stream(),
            effects(at, HostEffect.MovedPage.class).flatMap(it -> it.to().stream()))
        .flatMap(path -> page(path, at).stream())
        .toList();
  }

  HostResponse answer(SampleVisit visit) {
    return switch (instead(visit).orElseGet(() -> usual(visit))) {
      case HostResponse.ConnectionCut cut -> cut;
      case HostResponse.SentResponse sent ->
          sent.after(Duration.ofMillis(1 + visit.noise().below(twin.slowestMillis())));
    };
  }

  /** The publisher's own "not found" page. */
  static HostResponse notFound(SampleVisit visit) {
    return HostResponse.html(404, PublisherLook.notFound(visit));
  }

  private Optional<HostResponse> instead(SampleVisit visit) {
    return effects(visit.at(), HostEffect.InsteadOfPage.class)
        .filter(e -> e.paths().test(visit.path()))
        .map(e -> e.answer().apply(visit))
        .findFirst();
  }

  private HostResponse usual(SampleVisit visit) {
    String path = visit.path();
    return switch (path) {
      case "/robots.txt" ->
          HostResponse.of(200, "text/plain; charset=utf-8", look.robots(visit.port()));
      case "/sitemap.xml", "/sitemaps/latest.xml", "/sitemaps/publications.xml" ->
          Sitemaps.at(path, twin, pages(visit.at()), visit);
      default -> path.startsWith("/api/content/") ? contentApi(visit) : document(visit);
    };
  }

  private HostResponse contentApi(SampleVisit visit) {
    String path = visit.path().substring("/api/content".length());
    return twin == SampleHost.GOV_UK
        ? page(path, visit.at())
            .filter(page -> !page.isPdf())
            .<HostResponse>map(page -> ContentApi.item(page, visit))
            .orElseGet(() -> ContentApi.missing(visit))
        : notFound(visit);
  }

  private HostResponse document(SampleVisit visit) {
    String path = visit.path();
    Optional<HostResponse> moved = renamed(path, visit);
    if (moved.isPresent()) {
      return moved.get();
    }
    Optional<SamplePage> page = page(path, visit.at()).map(there -> swung(there, visit));
    if (page.isPresent()) {
      return PageValidators.of(twin, page.get(), visit).answer(() -> sent(page.get(), visit));
    }
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return page(other, visit.at()).isPresent()
        ? HostResponse.movedTo(twin.origin(visit.port()) + other)
        : notFound(visit);
  }

  private HostResponse.SentResponse sent(SamplePage page, SampleVisit visit) {
    return page.isPdf()
        ? papers.sent(twin, page, visit)
        : HostResponse.html(200, disturbed(page, look.page(page, pages(visit.at()), visit), visit));
  }

  /** The council's own pages are as it writes them. */
  private String disturbed(SamplePage page, String html, SampleVisit visit) {
    if (twin == SampleHost.MK) {
      return html;
    }
    int nth = first + List.copyOf(pages.keySet()).indexOf(page.path());
    boolean faces = !HappeningCalendar.changes(twin, page.path());
    NoisyVisit moment = new NoisyVisit(page.path().hashCode(), visit.count(), visit.at());
    return PageNoise.disturbed(html, nth, faces, moment);
  }

  private Optional<HostResponse> renamed(String path, SampleVisit visit) {
    return effects(visit.at(), HostEffect.FolderRename.class)
        .filter(e -> path.startsWith(e.from()) && pages.containsKey(path))
        .<HostResponse>map(e ->
            HostResponse.movedTo(
                twin.origin(visit.port()) + e.to() + path.substring(e.from().length())))
        .findFirst();
  }

  private Optional<SamplePage> page(String path, Instant at) {
    Optional<SamplePage> there =
        moved(path, at)
            .or(() -> Optional.ofNullable(pages.get(path)))
            .or(() -> underNewName(path, at))
            .filter(page -> isLeft(page.path(), at));
    Optional<SamplePage> now = there.filter(page -> isOut(page, at));
    for (HostEffect.AlteredPage e : effects(at, HostEffect.AlteredPage.class).toList()) {
      now = now.map(page -> page.path().equals(e.path()) ? e.change().apply(page) : page);
    }
    for (HostEffect.SiteRedesign e : effects(at, HostEffect.SiteRedesign.class).toList()) {
      now = now.map(page -> page.with("template", e.template()));
    }
    return now;
  }

  private SamplePage swung(SamplePage page, SampleVisit visit) {
    return effects(visit.at(), HostEffect.StaleReplica.class)
        .filter(e -> e.path().equals(page.path()) && visit.noise().oneIn(3))
        .findFirst()
        .map(e -> e.back().apply(page))
        .orElse(page);
  }

  private Optional<SamplePage> underNewName(String path, Instant at) {
    return effects(at, HostEffect.FolderRename.class)
        .filter(e -> path.startsWith(e.to()))
        .map(e -> e.from() + path.substring(e.to().length()))
        .flatMap(old -> Optional.ofNullable(pages.get(old)).stream())
        .findFirst();
  }

  private Optional<SamplePage> moved(String path, Instant at) {
    return effects(at, HostEffect.MovedPage.class)
        .filter(e -> e.to().filter(path::equals).isPresent())
        .flatMap(e -> Optional.ofNullable(pages.get(e.from())).stream())
        .map(page -> page.at(path))
        .findFirst();
  }

  private boolean isLeft(String path, Instant at) {
    return effects(at, HostEffect.MovedPage.class).noneMatch(e -> e.from().equals(path));
  }

  private boolean isOut(SamplePage page, Instant at) {
    return page.fact("only-during")
        .map(id -> HappeningCalendar.on(twin, at).stream().anyMatch(s -> s.id().equals(id)))
        .orElse(true);
  }

  private <E extends HostEffect> Stream<E> effects(Instant at, Class<E> kind) {
    return HappeningCalendar.on(twin, at).stream()
        .flatMap(s -> s.effects().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
