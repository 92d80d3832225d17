package signpost.notifier.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import signpost.events.PlacementRef;
import signpost.notifier.answer.AnswerLog;
import signpost.notifier.answer.AnswerLog.AnswerMatter;
import signpost.notifier.answer.OwnerAnswer;
import signpost.notifier.decision.AlertCandidate;
import signpost.notifier.delivery.DeliveryChannels;
import signpost.notifier.finding.Finding;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.store.UnreadableRows;
import signpost.notifier.told.NotificationLog;

/**
 * Something an owner has before them: a finding in a guide, what the guide calls it, and what was
 * answered.
 */
public record OpenItem(
    String guide, String guideTitle, String title, Finding finding, Optional<OwnerAnswer> answer) {

  /** A finding as it stands in a guide at a time. */
  public static OpenItem of(
      Handle handle, Watchlist watchlist, String guide, Finding finding, Instant at) {
    AnswerMatter matter = new AnswerMatter(guide, finding.subject(), finding.kind());
    return new OpenItem(
        guide,
        Watchlist.title(watchlist.guide(handle, guide), guide),
        title(handle, watchlist, guide, finding),
        finding,
        AnswerLog.standing(handle, matter).filter(it -> it.holds(finding, at)));
  }

  /** All that is open for some owners, guide by guide, the oldest first; each once. */
  public static List<OpenItem> of(
      Handle handle, Watchlist watchlist, List<String> owners, Instant at) {
    UnreadableRows unreadable = new UnreadableRows();
    return owners.stream()
        .flatMap(owner -> found(handle, owner, unreadable))
        .distinct()
        .flatMap(found ->
            unreadable
                .passOver(
                    "Where " + found.finding().subject() + " stands",
                    () -> of(handle, watchlist, found.guide(), found.finding(), at))
                .stream())
        .sorted(
            Comparator.comparing(OpenItem::guideTitle)
                .thenComparing(item -> item.finding().openedAt()))
        .toList();
  }

  private record FoundInGuide(String guide, Finding finding) {}

  private static Stream<FoundInGuide> found(
      Handle handle, String owner, UnreadableRows unreadable) {
    return NotificationLog.candidates(
            handle, owner, DeliveryChannels.EMAIL, Duration.ZERO, unreadable)
        .entrySet()
        .stream()
        .flatMap(group ->
            group.getValue().stream()
                .map(AlertCandidate::finding)
                .filter(Finding::isOpen)
                .map(finding -> new FoundInGuide(group.getKey(), finding)));
  }

  private static String title(Handle handle, Watchlist watchlist, String guide, Finding finding) {
    return finding.kind().isOfSite()
        ? finding.subject()
        : watchlist.placements(handle, finding.subject()).stream()
            .filter(placement -> placement.guide().equals(guide))
            .map(PlacementRef::text)
            .findFirst()
            .orElse(finding.subject());
  }
}
