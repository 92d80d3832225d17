package signpost.web.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import signpost.catalogue.Guide;
import signpost.catalogue.Placement;
import signpost.catalogue.Section;
import signpost.events.AddressQuestion;
import signpost.events.PlacementStatus;
import signpost.url.WebUrl;
import signpost.web.guide.LiveLinks.LiveLink;

/**
 * Brings together what a guide's file, its live page and its keepers' answers say of each line: so
 * that it is watched whole, and what does not agree is asked. The live page is the truth where it
 * can be read, for that is what readers follow; a keeper's answer stands above it until the file
 * says something new. Pure.
 */
public final class GuideReconciliation {
  private final Guide file;
  private final List<ConfirmedAddress> confirmed;
  private final Function<WebUrl, Optional<SeenAddress>> seen;
  private final List<Line> lines = new ArrayList<>();

  /** A line of the file in its section, with what a keeper said of it and its link on the page. */
  private static final class Line {
    private final String section;
    private final Placement written;
    private final Optional<WebUrl> said;
    private Optional<LiveLink> link = Optional.empty();

    Line(String section, Placement written, Optional<WebUrl> said) {
      this.section = section;
      this.written = written;
      this.said = said;
    }

    Placement leading() {
      return said.isPresent()
          ? written.leading(said, PlacementStatus.ACTIVE, Optional.empty())
          : written;
    }
  }

  private GuideReconciliation(
      Guide file, List<ConfirmedAddress> confirmed, Function<WebUrl, Optional<SeenAddress>> seen) {
    this.file = file;
    this.confirmed = confirmed;
    this.seen = seen;
  }

  /**
   * The guide as it is to be watched.
   *
   * @param file as it is written, with lines of its own
   * @param live its page as last read; empty where that could not be
   * @param confirmed what its keepers said
   * @param seen what stood at an address when it was last visited
   */
  public static Guide of(
      Guide file,
      Optional<ImportedGuide> live,
      List<ConfirmedAddress> confirmed,
      Function<WebUrl, Optional<SeenAddress>> seen) {
    return new GuideReconciliation(file, confirmed, seen).with(live);
  }

  private Guide with(Optional<ImportedGuide> live) {
    for (Section section : file.sections()) {
      section.placements().forEach(line -> lines.add(line(section.title(), line)));
    }
    Optional<LiveLinks> links = live.map(LiveLinks::new);
    links.ifPresent(this::match);
    Optional<LiveLinks> page = links.filter(_ -> isThisGuide());
    SequencedMap<String, List<Placement>> sections = new LinkedHashMap<>();
    file.sections().forEach(it -> under(sections, it.title()));
    for (Line line : lines) {
      under(sections, line.section).add(page.isPresent() ? onPage(line) : offPage(line));
    }
    page.ifPresent(it -> it.unclaimed().forEach(link -> add(sections, link)));
    return guide(sections);
  }

  private Line line(String section, Placement written) {
    return new Line(
        section,
        written,
        confirmed.stream()
            .filter(it -> it.guide().equals(file.id()) && it.isOf(section, written))
            .findFirst()
            .map(ConfirmedAddress::url));
  }

  /** By resource first: what has its link already takes no other's. */
  private void match(LiveLinks links) {
    lines.forEach(it -> it.link = links.sameResource(it.section, it.leading()));
    lines.stream()
        .filter(it -> it.link.isEmpty())
        .forEach(it -> it.link = links.sameWords(it.section, it.written));
  }

  /**
   * A page that has less than half of the lines is another page, or one that only a browser shows
   * whole: it says nothing.
   */
  private boolean isThisGuide() {
    long found = lines.stream().filter(it -> it.link.isPresent()).count();
    return found > 0 && 2 * found >= lines.size();
  }

  private Placement onPage(Line line) {
    Placement written = line.written;
    if (line.said.isPresent() || written.status() == PlacementStatus.MANUAL) {
      return line.leading();
    }
    return line.link
        .map(link -> linked(written, link.url()))
        .orElseGet(() ->
            written.status() == PlacementStatus.ACTIVE
                ? asking(written, Optional.of(LineQuestions.notOnPage(written)))
                : offPage(line));
  }

  private static Placement linked(Placement written, WebUrl there) {
    boolean same =
        written.url().map(LiveLinks::place).filter(LiveLinks.place(there)::equals).isPresent();
    if (same) {
      return written.leading(written.url(), PlacementStatus.ACTIVE, LineQuestions.none());
    }
    AddressQuestion question =
        written.status() == PlacementStatus.ACTIVE
            ? LineQuestions.differs(written, there)
            : LineQuestions.found(written, there);
    return written.leading(Optional.of(there), PlacementStatus.ACTIVE, Optional.of(question));
  }

  /** Where no page helps, a keeper has to. */
  private Placement offPage(Line line) {
    Placement written = line.leading();
    if (written.status() != PlacementStatus.UNVERIFIED) {
      return written;
    }
    return asking(
        written,
        written.url().isEmpty()
            ? Optional.of(LineQuestions.unknown(written))
            : written
                .url()
                .flatMap(url ->
                    seen.apply(url).map(there -> LineQuestions.probable(written, url, there))));
  }

  private static Placement asking(Placement line, Optional<AddressQuestion> question) {
    return line.leading(line.url(), line.status(), question);
  }

  private void add(Map<String, List<Placement>> sections, LiveLink link) {
    boolean known =
        confirmed.stream()
            .anyMatch(it ->
                it.guide().equals(file.id())
                    && it.text().equals(link.text())
                    && it.url().equals(link.url()));
    Optional<AddressQuestion> question =
        known
            ? LineQuestions.none()
            : Optional.of(LineQuestions.onlyOnPage(link.text(), link.url()));
    String section =
        sections.keySet().stream()
            .filter(it -> LiveLinks.plain(it).equals(LiveLinks.plain(link.section())))
            .findFirst()
            .orElse(link.section());
    under(sections, section).add(Placement.onPage(link.text(), Optional.of(link.url()), question));
  }

  private static List<Placement> under(Map<String, List<Placement>> sections, String title) {
    return sections.computeIfAbsent(title, _ -> new ArrayList<>());
  }

  private Guide guide(SequencedMap<String, List<Placement>> sections) {
    return file.following(
        file.title(),
        sections.entrySet().stream().map(it -> new Section(it.getKey(), it.getValue())).toList());
  }
}
