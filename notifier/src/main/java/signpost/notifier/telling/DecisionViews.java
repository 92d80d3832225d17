package signpost.notifier.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.catalogue.Owner;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.events.ResourceEvent.GuideListed;
import signpost.notifier.decision.AlertCandidate;
import signpost.notifier.decision.DecisionView;
import signpost.notifier.decision.FirstReport;
import signpost.notifier.decision.GuideGroup;
import signpost.notifier.delivery.DeliveryLedger;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.listing.HostOrigins;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.Owners;
import signpost.notifier.store.UnreadableRows;
import signpost.notifier.told.NotificationLog;
import signpost.url.CanonicalUrl;

/** Collects what a decision rests on. */
final class DecisionViews {
  private static final Duration COUNTED = Duration.ofDays(3);

  private final Watchlist watchlist;
  private final DeliveryLedger ledger;

  DecisionViews(Watchlist watchlist, DeliveryLedger ledger) {
    this.watchlist = watchlist;
    this.ledger = ledger;
  }

  /**
   * {@code id} is the owner as guides name it, {@code owner} whoever answers to that. A guide or a
   * finding that cannot be read is left out.
   */
  DecisionView of(
      Handle handle,
      String id,
      Owner owner,
      ToldChannel way,
      Instant now,
      UnreadableRows unreadable) {
    String channel = way.channel();
    Map<String, List<AlertCandidate>> byGuide =
        NotificationLog.candidates(handle, id, channel, way.policy().escalation(), unreadable);
    Set<String> downHosts = NotificationLog.downHosts(handle);
    List<GuideGroup> groups = new ArrayList<>();
    byGuide.forEach((guide, candidates) ->
        unreadable
            .passOver(
                "The guide " + guide,
                () -> group(handle, id, channel, guide, candidates, downHosts))
            .ifPresent(groups::add));
    List<Instant> immediate = ledger.immediateSince(handle, id, channel, now.minus(COUNTED));
    return new DecisionView(
        owner.zone(), way.preferences(owner), groups, downHosts, immediate, now);
  }

  private GuideGroup group(
      Handle handle,
      String owner,
      String channel,
      String guide,
      List<AlertCandidate> candidates,
      Set<String> downHosts) {
    Optional<GuideListed> listed = watchlist.guide(handle, guide);
    Optional<String> page = listed.flatMap(GuideListed::page).map(CanonicalUrl::value);
    boolean down = page.filter(url -> isDown(handle, url, downHosts)).isPresent();
    return new GuideGroup(
        guide,
        Watchlist.title(listed, guide),
        page,
        down,
        report(handle, owner, channel, guide, listed),
        candidates);
  }

  private static FirstReport report(
      Handle handle, String owner, String channel, String guide, Optional<GuideListed> listed) {
    if (listed.isEmpty()) {
      return guide.isEmpty() ? new FirstReport.NotNeeded() : new FirstReport.GuideUnlisted();
    }
    if (!isOwner(listed.get(), owner)) {
      return new FirstReport.NotNeeded();
    }
    if (NotificationLog.hadFirstReport(handle, owner, channel, guide)) {
      return new FirstReport.FirstReportGiven();
    }
    return GuideCheck.of(handle, guide)
        .<FirstReport>map(
            check -> new FirstReport.FirstReportDue(check.isComplete(), check.listedAt()))
        .orElseGet(FirstReport.GuideUnlisted::new);
  }

  private static boolean isOwner(GuideListed guide, String owner) {
    List<String> owners = guide.owners();
    return owners.contains(owner) || (owners.isEmpty() && owner.equals(Owners.OPS));
  }

  private boolean isDown(Handle handle, String page, Set<String> downHosts) {
    return downHosts.contains(HostOrigins.originOf(page))
        || watchlist
            .remembered(handle, page)
            .map(Watchlist.RememberedTransition::event)
            .map(LinkTransition::to)
            .filter(to -> to instanceof LinkHealth.Broken || to instanceof LinkHealth.GoneInPlace)
            .isPresent();
  }
}
