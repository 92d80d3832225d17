package signpost.ingest.visit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import signpost.ingest.frontier.KnownTarget;
import signpost.ingest.frontier.TargetStore;
import signpost.url.WebUrl;
import signpost.web.extract.CharsetDetector;
import signpost.web.extract.MediaKind;
import signpost.web.extract.PageAnchors;
import signpost.web.extract.ReadablePage;
import signpost.web.fetch.FetchOutcome.Answered;

/** Whether the places of a page that links lead to are still there, seen whenever it is read. */
final class FragmentCheck {
  private FragmentCheck() {}

  /**
   * The target with what this visit says of them; as it was where the page was not read as it was
   * answered.
   */
  static KnownTarget look(
      Handle handle, KnownTarget target, Visit.Answered visit, Optional<ReadablePage> page) {
    Answered answer = visit.outcome();
    if (page.filter(it -> it.media() == MediaKind.HTML).isEmpty()
        || answer.body().truncated()
        || namesPlace(answer)) {
      return target;
    }
    List<String> missing = missing(wanted(handle, target, visit), answer);
    if (missing.equals(target.missingFragments())) {
      return target;
    }
    TargetStore.missing(handle, target.url(), missing);
    return target.missing(missing);
  }

  /** Whether a redirect leads to a place of its own choice, and not to that of the link. */
  private static boolean namesPlace(Answered answer) {
    Optional<String> asked = answer.requested().fragment();
    return answer.hops().stream()
        .map(hop -> hop.to().fragment().filter(it -> !it.isEmpty()))
        .anyMatch(place -> place.isPresent() && !place.equals(asked));
  }

  /** Those of the pages that link here, and that of a guide's own placement. */
  private static Set<String> wanted(Handle handle, KnownTarget target, Visit visit) {
    Set<String> wanted = new TreeSet<>(TargetStore.fragments(handle, target.url()));
    WebUrl.parse(visit.lease().requestUrl()).flatMap(WebUrl::fragment).ifPresent(wanted::add);
    return wanted;
  }

  private static List<String> missing(Set<String> wanted, Answered answer) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    PageAnchors anchors =
        PageAnchors.in(
            CharsetDetector.decode(answer.body().bytes(), answer.headers().first("content-type")));
    return wanted.stream().filter(anchors::lacks).toList();
  }
}
