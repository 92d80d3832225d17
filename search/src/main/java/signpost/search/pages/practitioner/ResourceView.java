package signpost.search.pages.practitioner;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import signpost.events.Attempt;
import signpost.events.ChangeEvent.PageChanged;
import signpost.events.FindingEvent.FindingChanged;
import signpost.events.HealthEvent.HealthJudged;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.PageEvent.PageRead;
import signpost.events.Referrer;
import signpost.search.pages.HealthWords;
import signpost.search.pages.PageFormat;
import signpost.search.pages.PageFrame;
import signpost.search.pages.PageWords;
import signpost.search.query.PageHistory;
import signpost.search.query.SearchHit.PageHit;

/** A resource as its page shows it: how it fares, where it stands, what happened to it. */
record ResourceView(
    PageFrame frame,
    PageView page,
    List<HistoryStep> timeline,
    List<FindingChanged> findings,
    List<PageView> badLinks,
    List<PageHit> related,
    Map<String, String> guides,
    Instant now) {

  /** Something that happened, at a time. */
  sealed interface HistoryStep {
    Instant at();

    record RevisedStep(PageChanged change) implements HistoryStep {
      @Override
      public Instant at() {
        return change.confirmedAt();
      }

      String kinds() {
        return PageWords.changes(change.kinds());
      }
    }

    record JudgedStep(LinkTransition transition) implements HistoryStep {
      @Override
      public Instant at() {
        return transition.at();
      }

      HealthWords to() {
        return HealthWords.of(transition.to());
      }

      HealthWords from() {
        return HealthWords.of(transition.from());
      }
    }
  }

  static ResourceView of(
      PageFrame frame,
      PageHistory history,
      List<PageHit> related,
      Map<String, String> guides,
      Instant now) {
    Stream<HistoryStep> changes = history.changes().stream().map(HistoryStep.RevisedStep::new);
    Stream<HistoryStep> transitions =
        history.transitions().stream().map(HistoryStep.JudgedStep::new);
    List<HistoryStep> timeline = new ArrayList<>(Stream.concat(changes, transitions).toList());
    timeline.sort(Comparator.comparing(HistoryStep::at).reversed());
    return new ResourceView(
        frame,
        PageView.of(history.page(), now),
        timeline,
        history.findings(),
        history.badLinks().stream().map(bad -> PageView.of(bad, now)).toList(),
        related,
        guides,
        now);
  }

  String guideTitle(String id) {
    return guides.getOrDefault(id, id);
  }

  /** The newest first, as everything that happened. */
  List<Attempt> tried() {
    return page.page().health().map(HealthJudged::tried).orElse(List.of()).reversed();
  }

  /** Where the words stand that changed last, if we keep them. */
  Optional<String> lastChange() {
    return timeline.stream()
        .filter(HistoryStep.RevisedStep.class::isInstance)
        .map(HistoryStep.RevisedStep.class::cast)
        .findFirst()
        .map(it -> PageFormat.revision(page.url(), it.change().revision()));
  }

  /** "1 of its 2 links needs attention". */
  String badLinksCounted() {
    return badLinks.size()
        + " of its "
        + PageFormat.count(links(), "link")
        + (badLinks.size() == 1 ? " needs attention" : " need attention");
  }

  /** Pages that link here, the ones that are guides' placements included. */
  List<Referrer> referrers() {
    return page.page().health().map(HealthJudged::referrers).orElse(List.of());
  }

  int links() {
    return page.page().page().map(it -> it.outlinks().size()).orElse(0);
  }

  /** The first words of what changes too often to be told. */
  List<String> ignored() {
    return page.page().page().map(PageRead::ignored).orElse(List.of());
  }

  String lead() {
    return page.page().page().map(it -> it.lead()).orElse("");
  }
}
