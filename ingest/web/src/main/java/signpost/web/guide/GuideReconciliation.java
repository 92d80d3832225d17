package signpost.web.guide;

import java.util.ArrayList;
import java.util.HashMap;
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
import signpost.web.guide.ConfirmedAddress.LineName;
import signpost.web.guide.LiveLinks.LiveLink;

/**
 * Brings together what a guide's file, its live page and its owners' answers say of each line: so
 * that it is watched whole, and what does not agree is asked. The live page is the truth where it
 * can be read, for that is what readers follow; an owner's answer stands above it until file or
 * page say something new. Pure.
 */
public final class GuideReconciliation {
  /** A page with more links than these that the file has not is where the file chose from. */
  private static final int MOST_MORE = 20;

  private final Guide file;
  private final Map<LineName, ConfirmedAddress> confirmed;
  private final Function<WebUrl, Optional<SeenAddress>> seen;
  private final List<WrittenLine> lines = new ArrayList<>();

  /** A line of the file, with its link on the page once it is found. */
  private static final class WrittenLine {
    private final LineName name;
    private final Placement written;
    private final Optional<ConfirmedAddress> said;
    private Optional<LiveLink> link = Optional.empty();

    WrittenLine(LineName name, Placement written, Optional<ConfirmedAddress> said) {
      this.name = name;
      this.written = written;
      this.said = said.filter(it -> it.stands(written));
    }

    Optional<WebUrl> onPage() {
      return link.map(LiveLink::url);
    }

    /** As its owner said, for as long as the page says nothing new. */
    Optional<Placement> confirmed() {
      return said.filter(it -> it.stands(onPage()))
          .map(it ->
              written.leading(Optional.of(it.url()), PlacementStatus.ACTIVE, Optional.empty()));
    }

    Placement leading() {
      return confirmed().orElse(written);
    }
  }

  private GuideReconciliation(
      Guide file, List<ConfirmedAddress> confirmed, Function<WebUrl, Optional<SeenAddress>> seen) {
    this.file = file;
    this.confirmed = new HashMap<>();
    confirmed.forEach(it -> this.confirmed.put(it.line(), it));
    this.seen = seen;
    Map<LineName, Integer> times = new HashMap<>();
    for (Section section : file.sections()) {
      section.placements().forEach(line -> lines.add(line(section.title(), line, times)));
    }
  }

  /**
   * The guide as it is to be watched.
   *
   * @param file as it is written, with lines of its own
   * @param live its page as it can be relied on; empty where that could not be read
   * @param confirmed what its owners said
   * @param seen what stood at an address when it was last visited
   */
  public static Guide of(
      Guide file,
      Optional<ImportedGuide> live,
      List<ConfirmedAddress> confirmed,
      Function<WebUrl, Optional<SeenAddress>> seen) {
    return new GuideReconciliation(file, confirmed, seen).with(live);
  }

  /**
   * Whether a page is this guide: one that has less than half of the lines is another page, or one
   * that only a browser shows whole, and says nothing.
   */
  public static boolean isPageOf(Guide file, ImportedGuide page, List<ConfirmedAddress> confirmed) {
    GuideReconciliation lines = new GuideReconciliation(file, confirmed, _ -> Optional.empty());
    lines.match(new LiveLinks(page));
    return lines.isThisGuide();
  }

  private WrittenLine line(String section, Placement written, Map<LineName, Integer> times) {
    int nth = times.merge(new LineName(section, written.text(), 0), 1, Integer::sum);
    LineName name = new LineName(section, written.text(), nth);
    return new WrittenLine(name, written, Optional.ofNullable(confirmed.get(name)));
  }

  private Guide with(Optional<ImportedGuide> live) {
    Optional<LiveLinks> links = live.map(LiveLinks::new);
    links.ifPresent(this::match);
    Optional<LiveLinks> page = links.filter(_ -> isThisGuide());
    SequencedMap<String, List<Placement>> sections = new LinkedHashMap<>();
    file.sections().forEach(it -> under(sections, it.title()));
    for (WrittenLine line : lines) {
      under(sections, line.name.section()).add(page.isPresent() ? onPage(line) : offPage(line));
    }
    page.map(it -> it.unclaimed(file.url()))
        .filter(more -> more.size() <= MOST_MORE)
        .ifPresent(more -> more.forEach(link -> add(sections, link)));
    return guide(sections);
  }

  /** By resource first: what has its link already takes no other's. */
  private void match(LiveLinks links) {
    lines.forEach(it -> it.link = links.sameResource(it.name.section(), it.leading()));
    Map<String, Integer> times = new HashMap<>();
    lines.forEach(it -> times.merge(LiveLinks.plain(it.name.text()), 1, Integer::sum));
    lines.stream()
        .filter(it -> it.link.isEmpty())
        .forEach(it -> {
          boolean alone = times.getOrDefault(LiveLinks.plain(it.name.text()), 0) == 1;
          it.link = links.sameWords(it.name.section(), it.written, alone);
        });
  }

  private boolean isThisGuide() {
    long found = lines.stream().filter(it -> it.link.isPresent()).count();
    return found > 0 && 2 * found >= lines.size();
  }

  private Placement onPage(WrittenLine line) {
    Placement written = line.written;
    Optional<Placement> confirmed = line.confirmed();
    if (confirmed.isPresent() || written.status() == PlacementStatus.MANUAL) {
      return confirmed.orElse(written);
    }
    return line.onPage()
        .map(there -> linked(written, there))
        .orElseGet(() ->
            written.status() == PlacementStatus.ACTIVE
                ? asking(written, Optional.of(LineQuestions.notOnPage(written)))
                : offPage(line));
  }

  private static Placement linked(Placement written, WebUrl there) {
    if (written.url().map(LiveLinks::place).filter(LiveLinks.place(there)::equals).isPresent()) {
      return written.leading(written.url(), PlacementStatus.ACTIVE, Optional.empty());
    }
    AddressQuestion question =
        written.status() == PlacementStatus.ACTIVE
            ? LineQuestions.differs(written, there)
            : LineQuestions.found(written, there);
    return written.leading(Optional.of(there), PlacementStatus.ACTIVE, Optional.of(question));
  }

  /** Where no page helps, an owner has to. */
  private Placement offPage(WrittenLine line) {
    Placement written = line.leading();
    if (written.status() != PlacementStatus.UNVERIFIED) {
      return written;
    }
    Optional<AddressQuestion> question =
        written.url().isEmpty()
            ? Optional.of(LineQuestions.unknown(written))
            : written
                .url()
                .flatMap(url ->
                    seen.apply(url).map(there -> LineQuestions.probable(written, url, there)));
    return asking(written, question);
  }

  private static Placement asking(Placement line, Optional<AddressQuestion> question) {
    return line.leading(line.url(), line.status(), question);
  }

  private void add(Map<String, List<Placement>> sections, LiveLink link) {
    String section =
        sections.keySet().stream()
            .filter(it -> LiveLinks.plain(it).equals(link.heading()))
            .findFirst()
            .orElse(link.section());
    Optional<ConfirmedAddress> said =
        Optional.ofNullable(confirmed.get(new LineName(section, link.text(), 1)))
            .filter(it -> it.stands(Optional.of(link.url())));
    WebUrl url = said.map(ConfirmedAddress::url).orElse(link.url());
    Optional<AddressQuestion> question =
        said.isPresent()
            ? Optional.empty()
            : Optional.of(LineQuestions.onlyOnPage(link.text(), url));
    under(sections, section).add(Placement.onPage(link.text(), Optional.of(url), question));
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
