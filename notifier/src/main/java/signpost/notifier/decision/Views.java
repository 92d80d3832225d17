package signpost.notifier.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import signpost.events.CanonicalUrl;
import signpost.events.LinkEvent.LinkTransition;
import signpost.events.LinkHealth;
import signpost.notifier.delivery.Ledger;
import signpost.notifier.listing.GuideCheck;
import signpost.notifier.listing.Hosts;
import signpost.notifier.listing.Watchlist;
import signpost.notifier.owner.Owners;

/** Collects what a decision rests on. */
final class Views {
  private final Watchlist watchlist;
  private final Ledger ledger;

  Views(Watchlist watchlist, Ledger ledger) {
    this.watchlist = watchlist;
    this.ledger = ledger;
  }

  View of(Handle handle, String owner, String channel, ZoneId zone, Instant now) {
    Map<String, List<Candidate>> byGuide = NotificationLog.candidates(handle, owner, channel);
    Set<String> downHosts = NotificationLog.downHosts(handle);
    List<Group> groups = new ArrayList<>();
    byGuide.forEach((guide, candidates) ->
        groups.add(group(handle, owner, channel, guide, candidates, downHosts)));
    Instant midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    int immediate = ledger.immediateSince(handle, owner, channel, midnight);
    return new View(zone, groups, downHosts, immediate, now);
  }

  private Group group(
      Handle handle,
      String owner,
      String channel,
      String guide,
      List<Candidate> candidates,
      Set<String> downHosts) {
    Optional<GuideCheck> check = GuideCheck.of(handle, guide);
    Optional<String> page = check.flatMap(c -> c.guide().page()).map(CanonicalUrl::value);
    boolean down = page.filter(url -> isDown(handle, url, downHosts)).isPresent();
    return new Group(
        guide,
        title(check, guide),
        page,
        down,
        report(handle, owner, channel, guide, check),
        candidates);
  }

  static String title(Optional<GuideCheck> check, String guide) {
    return check.map(c -> c.guide().title()).orElse(guide.isEmpty() ? "Your own pages" : guide);
  }

  private static FirstReport report(
      Handle handle, String owner, String channel, String guide, Optional<GuideCheck> check) {
    if (check.isEmpty() && !guide.isEmpty()) {
      return new FirstReport.Unlisted();
    }
    if (check.isEmpty() || !isOwner(check.get(), owner)) {
      return new FirstReport.NotNeeded();
    }
    return NotificationLog.hadFirstReport(handle, owner, channel, check.get().guide().guide())
        ? new FirstReport.Given()
        : new FirstReport.Due(check.get().isComplete(), check.get().listedAt());
  }

  private static boolean isOwner(GuideCheck check, String owner) {
    List<String> owners = check.guide().owners();
    return owners.contains(owner) || (owners.isEmpty() && owner.equals(Owners.OPS));
  }

  private boolean isDown(Handle handle, String page, Set<String> downHosts) {
    return downHosts.contains(Hosts.originOf(page))
        || watchlist
            .remembered(handle, page)
            .map(Watchlist.Remembered::event)
            .map(LinkTransition::to)
            .filter(to -> to instanceof LinkHealth.Broken || to instanceof LinkHealth.GoneInPlace)
            .isPresent();
  }
}
