package signpost.search.pages.practitioner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.LinkHealth;
import signpost.events.ResourceEvent.GuidePlacement;
import signpost.search.index.CuratorLabel;
import signpost.search.pages.HealthWords;
import signpost.search.pages.PageFormat;
import signpost.search.query.GuideState;

/** A guide as pages show it: every line with how it fares, and the sums. */
record GuideView(
    String id, String title, Optional<String> address, List<SectionView> sections, Instant now) {

  record SectionView(String title, List<PlacementLine> lines) {
    long needAction() {
      return lines.stream().filter(PlacementLine::needsAction).count();
    }
  }

  /**
   * One line; {@code page} is empty where its address is unknown; {@code answered} says that the
   * guide's owners have said what becomes of it.
   */
  record PlacementLine(
      String text,
      Optional<PageView> page,
      Optional<String> nation,
      List<CuratorLabel> labels,
      Optional<FindingChanged> change,
      List<String> answers,
      boolean answered) {

    boolean works() {
      return page.map(it -> it.page().fares()).filter(LinkHealth.Ok.class::isInstance).isPresent();
    }

    boolean needsAction() {
      return !answered && page.map(PageView::health).filter(HealthWords::needsAction).isPresent();
    }
  }

  /**
   * {@code changes}: what is open of a page besides its health, by its address; {@code answers}:
   * what the guide's owners answered of it.
   */
  static GuideView of(
      GuideState guide,
      Map<String, FindingChanged> changes,
      Map<String, List<String>> answers,
      Instant now) {
    List<SectionView> sections = new ArrayList<>();
    for (GuideState.SectionState section : guide.sections()) {
      sections.add(
          new SectionView(
              section.title(),
              section.placements().stream()
                  .map(it -> line(guide.guide().guide(), it, changes, answers, now))
                  .toList()));
    }
    return new GuideView(
        guide.guide().guide(),
        guide.guide().title(),
        guide.guide().page().map(Object::toString).filter(PageFormat::isLink),
        sections,
        now);
  }

  private static PlacementLine line(
      String guide,
      GuideState.PlacementState placement,
      Map<String, FindingChanged> changes,
      Map<String, List<String>> answers,
      Instant now) {
    GuidePlacement line = placement.line();
    return new PlacementLine(
        line.text(),
        placement.page().map(page -> PageView.of(page, now)),
        line.nation(),
        CuratorLabel.of(line.labels()),
        placement.page().map(page -> changes.get(page.url())),
        placement.page().map(page -> answers.getOrDefault(page.url(), List.of())).orElse(List.of()),
        placement.page().filter(page -> page.isAnsweredBy(guide)).isPresent());
  }

  /** The lines that suit, under their headings; headings without any go. */
  GuideView narrowed(Predicate<PlacementLine> suits) {
    List<SectionView> fewer =
        sections.stream()
            .map(it -> new SectionView(it.title(), it.lines().stream().filter(suits).toList()))
            .filter(section -> !section.lines().isEmpty())
            .toList();
    return new GuideView(id, title, address, fewer, now);
  }

  Stream<PlacementLine> lines() {
    return sections.stream().flatMap(section -> section.lines().stream());
  }

  long total() {
    return lines().count();
  }

  long works() {
    return lines().filter(PlacementLine::works).count();
  }

  long needAction() {
    return lines().filter(PlacementLine::needsAction).count();
  }

  long unknownAddress() {
    return lines().filter(line -> line.page().isEmpty()).count();
  }

  long answered() {
    return lines().filter(PlacementLine::answered).count();
  }

  /** Neither known to work nor to need anything, and not answered. */
  long unsure() {
    return total() - works() - needAction() - answered() - unknownAddress();
  }

  GuideCounts counts() {
    return new GuideCounts(total(), works(), needAction(), answered(), unsure(), unknownAddress());
  }

  /** Those that need somebody, in the guide's order. */
  List<PlacementLine> toDo() {
    return lines().filter(PlacementLine::needsAction).toList();
  }
}
