package signpost.sample.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import signpost.sample.noise.NoisyVisit;
import signpost.sample.noise.PageNoise;

/** One twin: its pages as they are at an instant, in its publisher's look. */
final class Site {
  private final Twin twin;
  private final int first;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Look look;
  private final Papers papers = new Papers();

  /** {@code first}: how many pages other sites have, before this one's first. */
  Site(Twin twin, int first) {
    this.twin = twin;
    this.first = first;
    Page.parse(Resources.read(twin.id() + "/pages.txt")).forEach(p -> pages.put(p.path(), p));
    this.look = new Look(twin);
  }

  int size() {
    return pages.size();
  }

  /** Every page that is there at an instant, altered by what is happening. */
  List<Page> pages(Instant at) {
    return pages.keySet().stream().flatMap(path -> page(path, at).stream()).toList();
  }

  Answer answer(Visit visit) {
    return switch (instead(visit).orElseGet(() -> usual(visit))) {
      case Answer.Cut cut -> cut;
      case Answer.Sent sent ->
          sent.after(Duration.ofMillis(1 + visit.noise().below(twin.slowestMillis())));
    };
  }

  /** The publisher's own "not found" page. */
  static Answer notFound(Visit visit) {
    return Answer.html(404, Look.notFound(visit));
  }

  private Optional<Answer> instead(Visit visit) {
    return effects(visit.at(), Effect.Instead.class)
        .filter(e -> e.paths().test(visit.path()))
        .map(e -> e.answer().apply(visit))
        .findFirst();
  }

  private Answer usual(Visit visit) {
    String path = visit.path();
    return switch (path) {
      case "/robots.txt" -> Answer.of(200, "text/plain; charset=utf-8", look.robots(visit.port()));
      case "/sitemap.xml", "/sitemaps/latest.xml", "/sitemaps/publications.xml" ->
          Sitemaps.at(path, twin, pages(visit.at()), visit);
      default -> path.startsWith("/api/content/") ? contentApi(visit) : document(visit);
    };
  }

  private Answer contentApi(Visit visit) {
    String path = visit.path().substring("/api/content".length());
    return twin == Twin.GOV_UK
        ? page(path, visit.at())
            .<Answer>map(page -> ContentApi.item(page, visit))
            .orElseGet(() -> ContentApi.missing(visit))
        : notFound(visit);
  }

  private Answer document(Visit visit) {
    String path = visit.path();
    Optional<Answer> moved = renamed(path, visit);
    if (moved.isPresent()) {
      return moved.get();
    }
    Optional<Page> page = page(path, visit.at()).map(there -> swung(there, visit));
    if (page.isPresent()) {
      return Freshness.of(twin, page.get(), visit).answer(() -> sent(page.get(), visit));
    }
    String other = path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    return page(other, visit.at()).isPresent()
        ? Answer.movedTo(twin.origin(visit.port()) + other)
        : notFound(visit);
  }

  private Answer.Sent sent(Page page, Visit visit) {
    return page.isPdf()
        ? papers.sent(page, visit)
        : Answer.html(200, disturbed(page, look.page(page, pages(visit.at()), visit), visit));
  }

  /** The council's own pages are as it writes them. */
  private String disturbed(Page page, String html, Visit visit) {
    if (twin == Twin.MK) {
      return html;
    }
    int nth = first + List.copyOf(pages.keySet()).indexOf(page.path());
    boolean faces = !Calendar.changes(twin, page.path());
    NoisyVisit moment = new NoisyVisit(page.path().hashCode(), visit.count(), visit.at());
    return PageNoise.disturbed(html, nth, faces, moment);
  }

  private Optional<Answer> renamed(String path, Visit visit) {
    return effects(visit.at(), Effect.Renamed.class)
        .filter(e -> path.startsWith(e.from()) && pages.containsKey(path))
        .<Answer>map(e ->
            Answer.movedTo(twin.origin(visit.port()) + e.to() + path.substring(e.from().length())))
        .findFirst();
  }

  private Optional<Page> page(String path, Instant at) {
    Optional<Page> there = Optional.ofNullable(pages.get(path)).or(() -> underNewName(path, at));
    Optional<Page> now = there.filter(page -> isOut(page, at));
    for (Effect.Altered e : effects(at, Effect.Altered.class).toList()) {
      now = now.map(page -> page.path().equals(e.path()) ? e.change().apply(page) : page);
    }
    for (Effect.Redesigned e : effects(at, Effect.Redesigned.class).toList()) {
      now = now.map(page -> page.with("template", e.template()));
    }
    return now;
  }

  private Page swung(Page page, Visit visit) {
    return effects(visit.at(), Effect.Swinging.class)
        .filter(e -> e.path().equals(page.path()) && visit.noise().oneIn(3))
        .findFirst()
        .map(e -> e.back().apply(page))
        .orElse(page);
  }

  private Optional<Page> underNewName(String path, Instant at) {
    return effects(at, Effect.Renamed.class)
        .filter(e -> path.startsWith(e.to()))
        .map(e -> e.from() + path.substring(e.to().length()))
        .flatMap(old -> Optional.ofNullable(pages.get(old)).stream())
        .findFirst();
  }

  private boolean isOut(Page page, Instant at) {
    return page.fact("only-during")
        .map(id -> Calendar.on(twin, at).stream().anyMatch(s -> s.id().equals(id)))
        .orElse(true);
  }

  private <E extends Effect> java.util.stream.Stream<E> effects(Instant at, Class<E> kind) {
    return Calendar.on(twin, at).stream()
        .flatMap(s -> s.effects().stream())
        .filter(kind::isInstance)
        .map(kind::cast);
  }
}
