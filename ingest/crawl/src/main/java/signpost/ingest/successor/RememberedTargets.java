package signpost.ingest.successor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import signpost.events.LinkHealth;
import signpost.events.PlacementRef;
import signpost.events.RecordJson;
import signpost.events.Referrer;
import signpost.events.ResourceEvent.ResourceListed;
import signpost.ingest.frontier.TargetStore;
import signpost.record.store.PreparedStatements;
import signpost.revision.compare.ComparablePage;
import signpost.revision.kind.SpokenLanguage;
import signpost.revision.noise.RevisionState;
import signpost.successor.ListedAddress;
import signpost.successor.RememberedPage;
import signpost.url.CanonicalUrl;
import signpost.url.WebUrl;
import signpost.web.extract.TextBlock;
import signpost.web.health.RegistrableDomains;
import signpost.web.health.TargetState;
import signpost.web.health.TargetState.PageIdentity;

/** What ingest holds of targets from before they ended. */
final class RememberedTargets {
  private RememberedTargets() {}

  /** A target as it was, and how it fares. */
  record RememberedTarget(RememberedPage page, LinkHealth health) {}

  private record TargetRow(
      String requestUrl, TargetState judged, Optional<RevisionState> revised) {}

  /** A placed target; empty where nobody places it any more. */
  static Optional<RememberedTarget> of(Handle handle, CanonicalUrl target) {
    return PreparedStatements.first(
            handle,
            row ->
                new TargetRow(
                    row.getString(1),
                    read(row.getString(2), TargetState.class).orElse(TargetState.NEW),
                    read(row.getString(3), RevisionState.class)),
            "SELECT request_url, judged, revised FROM target WHERE url = ? AND placed = 1",
            target.value())
        .map(it -> new RememberedTarget(page(handle, target, it), it.judged().health()));
  }

  private static RememberedPage page(Handle handle, CanonicalUrl target, TargetRow row) {
    List<Referrer> referrers = TargetStore.referrers(handle, target);
    String publisher = RegistrableDomains.publisher(target.url());
    List<String> words =
        Stream.concat(
                placed(handle, target).stream(),
                referrers.stream().filter(it -> !isOf(it, publisher)).map(Referrer::text))
            .filter(it -> !it.isBlank())
            .distinct()
            .toList();
    List<ListedAddress> listedOn =
        referrers.stream()
            .filter(it -> isOf(it, publisher))
            .map(it -> new ListedAddress(it.page().url(), it.text()))
            .toList();
    WebUrl url = WebUrl.of(row.requestUrl());
    return row.revised()
        .map(RevisionState::told)
        .map(it -> read(url, it, words))
        .orElseGet(() -> RememberedPage.unread(url, words))
        .listedOn(listedOn)
        .heldBy(row.judged().identity().flatMap(PageIdentity::holder).flatMap(WebUrl::parse));
  }

  private static boolean isOf(Referrer referrer, String publisher) {
    return RegistrableDomains.publisher(referrer.page().url()).equals(publisher);
  }

  /** What guides call it, as it was listed last. */
  private static List<String> placed(Handle handle, CanonicalUrl target) {
    return handle
        .select("SELECT event FROM listing WHERE record_key = ?", target.value())
        .mapTo(String.class)
        .findOne()
        .map(json -> RecordJson.read(json, ResourceListed.class))
        .map(it -> it.placements().stream().map(PlacementRef::text).toList())
        .orElse(List.of());
  }

  static RememberedPage read(WebUrl url, ComparablePage was, List<String> words) {
    return new RememberedPage(
        url,
        words,
        was.title(),
        was.lines().stream()
            .filter(it -> it.kind() == TextBlock.BlockKind.HEADING)
            .map(ComparablePage.TextLine::text)
            .toList(),
        was.lines().stream().map(ComparablePage.TextLine::text).collect(Collectors.joining("\n")),
        was.links().stream()
            .flatMap(it ->
                WebUrl.parse(it.url())
                    .filter(WebUrl::web)
                    .map(to -> new ListedAddress(to, it.text()))
                    .stream())
            .toList(),
        List.of(),
        was.media(),
        SpokenLanguage.of(was),
        Optional.empty());
  }

  private static <T> Optional<T> read(@Nullable String json, Class<T> type) {
    return Optional.ofNullable(json).map(it -> RecordJson.read(it, type));
  }
}
